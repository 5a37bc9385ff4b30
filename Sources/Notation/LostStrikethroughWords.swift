/// The words that ``BracketReader/suspectedLostStrikethroughs(in:)`` knows.
enum LostStrikethroughWords {
  /// Verbs of English drafts in their plain form that are neither nouns nor adjectives, so that two of them side by side
  /// are one too many. Verbs that govern a plain form (`help`, `let`, `make`) are none of them.
  static let verbs: Set<String> = [
    "achieve", "acknowledge", "adapt", "adopt", "affirm", "apply", "assess", "avoid", "consider",
    "consolidate", "contribute", "convene", "cooperate", "create", "defend", "define", "deliver",
    "determine",
    "develop", "discourage", "disseminate", "educate", "eliminate", "emphasize", "empower",
    "enable",
    "enact", "encourage", "enforce", "engage", "enhance", "ensure", "establish", "evaluate",
    "examine", "expand",
    "explore", "extend", "facilitate", "fulfil", "fulfill", "harmonize", "identify", "implement",
    "improve",
    "include", "incorporate", "inform", "instruct", "integrate", "intensify", "introduce",
    "investigate",
    "maintain", "mobilize", "modernize", "negotiate", "obtain", "optimize", "organize",
    "participate", "prepare",
    "prevent", "prioritize", "promote", "prosecute", "protect", "provide", "punish", "pursue",
    "ratify", "reaffirm",
    "recall", "receive", "recognize", "recommend", "reduce", "regulate", "rehabilitate",
    "reinforce", "reintegrate",
    "repatriate", "replace", "require", "respond", "restore", "revise", "simplify", "standardize",
    "streamline",
    "strengthen", "submit", "substantiate", "sustain", "systematize", "underline", "undertake",
    "utilize",
    "validate", "verify",
  ]

  /// The endings of one verb's forms: English; Spanish and Portuguese; French.
  static let verbEndings: [Set<String>] = [
    ["", "e", "s", "es", "ed", "d", "ing"],
    ["ar", "er", "ir", "ando", "iendo", "endo", "indo"],
    ["er", "ir", "re", "ant", "issant"],
  ]

  /// Infinitives of Spanish, Portuguese and French that another may follow.
  static let governingVerbs: Set<String> = [
    "aller", "conseguir", "deixar", "dejar", "desejar", "desear", "deber", "dever", "entendre",
    "esperar",
    "faire", "fazer", "hacer", "intentar", "laisser", "lograr", "mandar", "necesitar", "oser",
    "permitir", "poder",
    "pouvoir", "procurar", "querer", "saber", "savoir", "solicitar", "tentar", "vouloir", "buscar",
  ]

  /// Words of Spanish, Portuguese and French that end like infinitives and are none.
  static let noInfinitives: Set<String> = [
    "avenir", "bienestar", "cancer", "carácter", "caráter", "familiar", "hogares", "lugar",
    "militar", "mulher",
    "mujer", "nuclear", "papier", "particular", "popular", "premier", "quartier", "regular",
    "similar", "singular",
    "taller", "titular", "février", "janvier", "dernier", "particulier", "régulier", "entier",
    "désir", "escolar",
    "circular", "preliminar", "exemplar", "ejemplar", "elemental", "superior", "bilhar", "auxiliar",
    "peculiar",
    "interdisciplinar", "multidisciplinar", "curricular", "complementar", "suplementar",
    "parlamentar", "alimentar",
  ]

  /// Plurals that stand before other plurals: `rights holders`.
  static let pluralModifiers: Set<String> = [
    "affairs", "communications", "customs", "drugs", "economics", "goods", "human", "operations",
    "rights",
    "sales", "savings", "services", "sports", "statistics", "systems", "women", "armed", "always",
    "besides", "sometimes",
    "various", "towards", "perhaps",
  ]

  /// Abbreviations of at least four letters that a lower-case word may follow.
  static let abbreviations: Set<String> = [
    "approx", "arts", "cont", "corr", "depto", "espec", "ibid", "incl", "inter", "misc", "obs",
    "orig", "para",
    "paras", "parr", "párr", "párrs", "pars", "resp", "sect", "supra", "trad", "vols", "cols",
    "págs", "secs",
  ]

  static let englishFunctionWords: Set<String> = [
    "the", "of", "and", "to", "that", "with", "for", "by", "is", "be", "their", "its", "who",
  ]

  static let romanceFunctionWords: Set<String> = [
    "de", "la", "el", "los", "las", "del", "que", "y", "en", "con", "por", "para", "al", "do", "da",
    "dos", "das",
    "e", "os", "ao", "com", "em", "le", "les", "des", "du", "et", "une", "aux", "sur", "par", "que",
    "qui",
  ]
}
