#!/usr/bin/env bash
# A whole negotiation on the sample draft: five rounds, eight delegations that act, and in the end a clean text.
#
# Usage: AMEND_REPO=Repos/five-rounds Repos/samples/five-rounds.sh
#
# `amend` must be on the path, and nothing may stand at $AMEND_REPO. The tests run these lines one by one and look at
# what every delegation reads after each; a line that begins with `!` is refused.

draft=$(dirname "$0")/school-transport.en.txt
export AMEND_REPO

amend import "$draft" --repo "$AMEND_REPO"

# Round 1: proposals come in; the first decisions
amend propose --country VEN --paragraph OP2 --replace "in the annex" --with "in annex A"
amend support --country CHL --of VEN --paragraph OP2
amend propose --country URY --new-after OP13 --text "To ask each State for a report every two years." --reason "Follow-up"
amend propose --country ARG --paragraph "OP13 bis" --on URY --insert public --before report
amend support --country MEX --of URY --paragraph "OP13 bis"
amend propose --country PER --paragraph OP9 --move-after OP5
amend propose --country BRA --paragraph OP9 --replace "first aid" --with "first aid, in emergency calls,"
amend propose --country MEX --paragraph OP9 --move-after OP2
amend propose --country MEX --paragraph OP7 --insert "and school boards" --after "Local authorities"
amend propose --country CAN --paragraph OP11 --delete-paragraph --reason "The form is settled"
amend propose --country CAN --paragraph PP9 --replace "must not" --with "shall not"
amend reserve --country CAN --paragraph OP4 --reason "Awaiting instructions from the capital"
amend oppose --country BRA --paragraph "OP15 bis" --reason "No new funds"
amend adopt PP4 --of MEX --approve --meeting "informal meeting, 12 May 2026"
amend adopt PP5 --of CHL --meeting "informal meeting, 12 May 2026"
amend adopt PP6 --text "AWARE that a child who walks, cycles, or travels by bus depends on the care of everyone at the wheel, adult drivers first, and on the design of the street;"
amend pend PP6 --reason "Consultations of Argentina and Venezuela"
amend reject PP9 --of VEN --reason "Outside the mandate"
! amend approve OP4
amend revise --symbol "CP/CSH/GT-TE/doc.7/26 rev. 2" --meeting "informal meeting, 12 May 2026"

# Round 2: a paragraph is split, others are placed and reopened; amendments to proposals
amend withdraw --country ARG --paragraph PP6
amend withdraw --country VEN --paragraph PP6 --reason "Met by the words of the chair"
amend adopt OP3 --of CAN --of ECU
amend split OP3 --before "(c) is driven"
amend propose --country PER --paragraph "OP3 ter" --replace "(c) is driven" --with "To see that it is driven"
amend adopt "OP3 bis" --of VEN --meeting "informal meeting, 19 May 2026"
amend adopt "OP3 bis" --of CHL --approve
amend propose --country ARG --paragraph OP6 --move-after OP8
! amend adopt OP4 --of ARG --of BRB
amend place OP9 --after OP5
amend withdraw --country MEX --paragraph OP9 --reason "Agreed with Peru"
amend adopt OP9 --of PRY --of BRA
amend approve OP9
amend withdraw --country CRI --paragraph OP10
amend agree OP10 --ad-referendum g-caricom
amend undo --reason "CARICOM asks for time"
! amend propose --country CHL --paragraph OP16 --replace families --with "parents and children"
amend reopen OP16 --reason "Chile has new instructions"
amend propose --country CHL --paragraph OP16 --replace families --with "parents and children"

# Round 3: paragraphs are joined, compromises found, a decision taken back and taken again
amend adopt OP8 --of NIC
amend adopt OP8 --of PER --meeting "informal meeting, 26 May 2026"
amend merge-paragraphs OP14 OP15
amend adopt PP12 --text "THANKING the Government of Panama for the complete and careful preparation of the meeting of experts; and"
amend withdraw --country CHL --paragraph PP12
amend withdraw --country URY --paragraph PP12
amend propose --country BRA --paragraph PP6 --replace "adult drivers" --with drivers
amend support --country VEN --of BRA --paragraph PP6
amend withdraw --country MEX --paragraph PP6
amend adopt OP2 --of GUY --of VEN
amend undo --reason "Peru is not in the room"
amend withdraw --country PER --paragraph OP2
amend adopt OP2 --of GUY --of VEN --approve
amend adopt OP7 --text "To see that local authorities and school boards coordinate, and that parents know where to find the office that answers for school routes."
amend withdraw --country CHL --paragraph OP12 --reason "New instructions"
amend propose --country CHL --paragraph OP12 --replace "each State" --with "the inspector"
amend propose --country ARG --paragraph OP12 --on CHL --insert trained --before inspector
amend adopt "OP3 ter" --of PER
amend revise --symbol "CP/CSH/GT-TE/doc.7/26 rev. 3" --meeting "informal meeting, 26 May 2026"

# Round 4: new paragraphs, a deletion, and references to numbers that will change
amend withdraw --country BOL
amend adopt PP6 --of BRA --approve
amend agree PP7 --ad-referendum BRA
amend withdraw --country CAN --paragraph PP9 --reason "Agreed with Venezuela"
amend adopt PP10 --of VEN
amend place PP11
amend adopt OP4 --of BRB
amend withdraw --country ARG --paragraph OP4
amend adopt OP5 --of HND
amend propose --country PER --new-after OP5 --text "To repair the crossings that rains have damaged, as the ministers of transport see fit."
amend propose --country CHL --paragraph "OP5 bis" --on PER --delete ", as the ministers of transport see fit"
amend adopt OP6 --of BRA
amend undo --reason "Uruguay asks for the floor"
amend withdraw --country BRA --paragraph OP6
amend adopt OP6 --of URY --meeting "informal meeting, 2 June 2026"
amend adopt OP11 --of CAN
amend adopt OP12 --of ARG
amend adopt "OP13 bis" --of ARG
amend propose --country MEX --new-after OP16 --text "To evaluate in 2030 what paragraphs 5, 8 and 13 bis have brought about, with paragraph 11 of the preamble in mind."
amend support --country BRA --of MEX --paragraph "OP16 bis"
amend rebase --country VEN

# Round 5: what is left, and the clean text
amend withdraw --country CAN --paragraph OP4
amend reject OP7 --of COL --reason "Met by the words of the chair"
amend adopt PP7 --of BRA --approve
amend adopt "OP5 bis" --of CHL
amend withdraw --country BRA --paragraph "OP15 bis"
amend adopt OP10 --of g-caricom
amend adopt OP13 --of x-secretariat
amend adopt OP14 --of CAN --of HND --of DMA
amend withdraw --country MEX --paragraph OP14
amend withdraw --country NIC --paragraph OP14
amend adopt "OP15 bis" --of g-caricom
amend adopt OP16 --of CHL
amend adopt "OP16 bis" --of MEX --of BRA
amend approve --section preamble --meeting "plenary, 9 June 2026"
amend approve --all-undisputed --meeting "plenary, 9 June 2026"
! amend clean
! amend approve --section operative
amend withdraw --country PER --paragraph "OP5 bis"
amend withdraw --country CHL --paragraph OP12
amend withdraw --country MEX --paragraph "OP13 bis"
amend withdraw --country URY --paragraph "OP13 bis"
amend approve --section operative --meeting "plenary, 9 June 2026"
amend revise --symbol "CP/CSH/GT-TE/doc.7/26 rev. 4" --meeting "plenary, 9 June 2026"
amend clean --fix-references --commit --meeting "plenary, 9 June 2026"
