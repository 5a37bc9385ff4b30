/*
 * libgit2 without its network half.
 *
 * The program links libgit2's archive, whose transports call mbedTLS, libssh2, Kerberos and a reader of HTTP. Nothing here
 * ever opens a connection: fetching and pushing are git's own business. Linked as a shared library, libgit2 has some twenty
 * libraries loaded and relocated and the machine's whole bundle of certificates parsed before the first object is read:
 * of the 10.7 ms of processor time in which a C program starts it and opens a repository, 1.3 are left without that.
 *
 * So these functions stand for those libraries: what only sets something up succeeds, for libgit2 does so as it starts, and
 * all else refuses, so that a transport could only fail. They are hidden, so that a library loaded later never meets them.
 * libgit2 also takes SHA-256 from mbedTLS, to see whether a file of settings has changed: that comes from mbedTLS's archive.
 * libgit2 calls them with arguments, which they leave alone: in the calling conventions of the systems that Swift runs on
 * the caller takes its arguments away again. A function that a later libgit2 needs is an error of the linker.
 */

#define HIDDEN __attribute__((visibility("hidden")))
#define SUCCEEDS(name) HIDDEN int name(void); int name(void) { return 0; }
#define REFUSES(name) HIDDEN int name(void); int name(void) { return -1; }
#define HAS_NONE(name) HIDDEN void *name(void); void *name(void) { return 0; }

/* Called as libgit2 starts and ends. */
SUCCEEDS(libssh2_init)
SUCCEEDS(libssh2_exit)
SUCCEEDS(mbedtls_ctr_drbg_seed)
SUCCEEDS(mbedtls_ssl_config_defaults)
SUCCEEDS(mbedtls_ctr_drbg_free)
SUCCEEDS(mbedtls_ctr_drbg_init)
SUCCEEDS(mbedtls_entropy_free)
SUCCEEDS(mbedtls_entropy_init)
SUCCEEDS(mbedtls_ssl_config_free)
SUCCEEDS(mbedtls_ssl_config_init)
SUCCEEDS(mbedtls_x509_crt_free)
SUCCEEDS(mbedtls_x509_crt_init)
SUCCEEDS(mbedtls_ssl_conf_authmode)
SUCCEEDS(mbedtls_ssl_conf_ca_chain)
SUCCEEDS(mbedtls_ssl_conf_ciphersuites)
SUCCEEDS(mbedtls_ssl_conf_min_version)
SUCCEEDS(mbedtls_ssl_conf_rng)

/* Asked for something that is not there. */
HAS_NONE(libssh2_agent_init)
HAS_NONE(libssh2_channel_open_ex)
HAS_NONE(libssh2_hostkey_hash)
HAS_NONE(libssh2_knownhost_init)
HAS_NONE(libssh2_session_abstract)
HAS_NONE(libssh2_session_hostkey)
HAS_NONE(libssh2_session_init_ex)
HAS_NONE(libssh2_userauth_list)
HAS_NONE(http_errno_description)
HAS_NONE(mbedtls_ssl_get_peer_cert)

/* Called only over a connection. */
REFUSES(gss_delete_sec_context)
REFUSES(gss_display_status)
REFUSES(gss_import_name)
REFUSES(gss_indicate_mechs)
REFUSES(gss_init_sec_context)
REFUSES(gss_release_buffer)
REFUSES(gss_release_name)
REFUSES(gss_release_oid_set)
REFUSES(http_parser_execute)
REFUSES(http_parser_init)
REFUSES(http_parser_parse_url)
REFUSES(http_parser_pause)
REFUSES(http_should_keep_alive)
REFUSES(libssh2_agent_connect)
REFUSES(libssh2_agent_disconnect)
REFUSES(libssh2_agent_free)
REFUSES(libssh2_agent_get_identity)
REFUSES(libssh2_agent_list_identities)
REFUSES(libssh2_agent_userauth)
REFUSES(libssh2_channel_close)
REFUSES(libssh2_channel_free)
REFUSES(libssh2_channel_process_startup)
REFUSES(libssh2_channel_read_ex)
REFUSES(libssh2_channel_set_blocking)
REFUSES(libssh2_channel_write_ex)
REFUSES(libssh2_knownhost_checkp)
REFUSES(libssh2_knownhost_free)
REFUSES(libssh2_knownhost_readfile)
REFUSES(libssh2_session_disconnect_ex)
REFUSES(libssh2_session_free)
REFUSES(libssh2_session_handshake)
REFUSES(libssh2_session_last_error)
REFUSES(libssh2_session_method_pref)
REFUSES(libssh2_session_set_blocking)
REFUSES(libssh2_userauth_authenticated)
REFUSES(libssh2_userauth_keyboard_interactive_ex)
REFUSES(libssh2_userauth_password_ex)
REFUSES(libssh2_userauth_publickey)
REFUSES(libssh2_userauth_publickey_fromfile_ex)
REFUSES(libssh2_userauth_publickey_frommemory)
REFUSES(mbedtls_ctr_drbg_random)
REFUSES(mbedtls_entropy_func)
REFUSES(mbedtls_ssl_close_notify)
REFUSES(mbedtls_ssl_free)
REFUSES(mbedtls_ssl_get_ciphersuite_id)
REFUSES(mbedtls_ssl_get_verify_result)
REFUSES(mbedtls_ssl_handshake)
REFUSES(mbedtls_ssl_init)
REFUSES(mbedtls_ssl_read)
REFUSES(mbedtls_ssl_set_bio)
REFUSES(mbedtls_ssl_set_hostname)
REFUSES(mbedtls_ssl_setup)
REFUSES(mbedtls_ssl_write)
REFUSES(mbedtls_strerror)
REFUSES(mbedtls_x509_crt_parse_file)
REFUSES(mbedtls_x509_crt_parse_path)
REFUSES(mbedtls_x509_crt_verify_info)

HIDDEN extern void *GSS_C_NT_HOSTBASED_SERVICE;
void *GSS_C_NT_HOSTBASED_SERVICE = 0;
