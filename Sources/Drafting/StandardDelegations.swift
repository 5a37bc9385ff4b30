/// The member states of the Organization of American States and the organs, groups and observers that drafts name,
/// with the labels that its documents use. A new negotiation begins with this table; its own copy may then differ.
///
/// The fields are those of the file `delegations` (``DelegationRegistry/fileText``).
let standardDelegationsFile = """
  ATG\tAnt\tAntigua and Barbuda\tAntigua y Barbuda\tAntigua-et-Barbuda\tAntígua e Barbuda\tA&B, AyB, AB, Antigua
  ARG\tArg\tArgentina\tArgentina\tArgentine\tArgentina\tAR, Argentine Republic, República Argentina
  BHS\tBah\tBahamas\tBahamas\tBahamas\tBahamas\tThe Bahamas, Commonwealth of the Bahamas
  BRB\tBar\tBarbados\tBarbados\tBarbade\tBarbados\tBdos
  BLZ\tBlz\tBelize\tBelize\tBelize\tBelize\tBel, Belice
  BOL\tBol\tBolivia\tBolivia\tBolivie\tBolívia\tPlurinational State of Bolivia, Estado Plurinacional de Bolivia
  BRA\tBra\tBrazil\tBrasil\tBrésil\tBrasil\tBR, Brasil
  CAN\tCan\tCanada\tCanadá\tCanada\tCanadá\t
  CHL\tChile\tChile\tChile\tChili\tChile\tChi, CL
  COL\tCol\tColombia\tColombia\tColombie\tColômbia\tCO
  CRI\tCR\tCosta Rica\tCosta Rica\tCosta Rica\tCosta Rica\tCRica, Costa Rica
  CUB\tCuba\tCuba\tCuba\tCuba\tCuba\t
  DMA\tDominica\tDominica\tDominica\tDominique\tDominica\tDma
  DOM\tDR\tDominican Republic\tRepública Dominicana\tRépublique dominicaine\tRepública Dominicana\tRD, Rep. Dom., Dom. Rep.
  ECU\tEcu\tEcuador\tEcuador\tÉquateur\tEquador\tEC
  SLV\tSal\tEl Salvador\tEl Salvador\tEl Salvador\tEl Salvador\tElS, El Sal.
  GRD\tGren\tGrenada\tGrenada\tGrenade\tGranada\tGranada
  GTM\tGua\tGuatemala\tGuatemala\tGuatemala\tGuatemala\tGT, Guat
  GUY\tGuy\tGuyana\tGuyana\tGuyana\tGuiana\t
  HTI\tHaiti\tHaiti\tHaití\tHaïti\tHaiti\tHT, Hai
  HND\tHon\tHonduras\tHonduras\tHonduras\tHonduras\tHN
  JAM\tJam\tJamaica\tJamaica\tJamaïque\tJamaica\tJM
  MEX\tMex\tMexico\tMéxico\tMexique\tMéxico\tMX, Méx, United Mexican States
  NIC\tNic\tNicaragua\tNicaragua\tNicaragua\tNicaragua\tNI
  PAN\tPan\tPanama\tPanamá\tPanama\tPanamá\tPA
  PRY\tPar\tParaguay\tParaguay\tParaguay\tParaguai\tPY
  PER\tPeru\tPeru\tPerú\tPérou\tPeru\tPE, Per
  KNA\tSt. Kitts\tSaint Kitts and Nevis\tSaint Kitts y Nevis\tSaint-Kitts-et-Nevis\tSão Cristóvão e Névis\tSKN, St. Kitts & Nevis, San Cristóbal y Nieves, Saint Kitts e Nevis
  LCA\tSt. Lucia\tSaint Lucia\tSanta Lucía\tSainte-Lucie\tSanta Lúcia\tSLU, StL, Sta. Lucía
  VCT\tSt. Vincent\tSaint Vincent and the Grenadines\tSan Vicente y las Granadinas\tSaint-Vincent-et-les-Grenadines\tSão Vicente e Granadinas\tSVG, S. Vicente
  SUR\tSur\tSuriname\tSuriname\tSuriname\tSuriname\tSR, Surinam
  TTO\tT&T\tTrinidad and Tobago\tTrinidad y Tobago\tTrinité-et-Tobago\tTrinidad e Tobago\tTT, TyT, Tri
  USA\tUS\tUnited States\tEstados Unidos\tÉtats-Unis\tEstados Unidos\tU.S., EEUU, EE.UU., EE. UU., EUA, É.-U., United States of America
  URY\tUru\tUruguay\tUruguay\tUruguay\tUruguai\tUY, Eastern Republic of Uruguay
  VEN\tVen\tVenezuela\tVenezuela\tVenezuela\tVenezuela\tVE, Bolivarian Republic of Venezuela, República Bolivariana de Venezuela
  x-secretariat\tSecretariat\tSecretariat\tSecretaría\tSecrétariat\tSecretaria\tSec., General Secretariat, SG, Secretaría General
  x-chair\tChair\tChair\tPresidencia\tPrésidence\tPresidência\tChairman, President, Presidente, Co-Chairs, Bureau, Mesa
  x-cim\tCIM\tCIM\tCIM\tCIM\tCIM\tInter-American Commission of Women
  x-iachr\tIACHR\tIACHR\tCIDH\tCIDH\tCIDH\t
  x-indig\tIndigenous Caucus\tIndigenous Caucus\tCónclave Indígena\tCaucus autochtone\tCaucus Indígena\tCaucus
  g-caricom\tCARICOM\tCARICOM\tCARICOM\tCARICOM\tCARICOM\tCaricom
  g-aladi\tALADI\tALADI Group\tGrupo ALADI\tGroupe ALADI\tGrupo ALADI\t
  g-sica\tSICA\tSICA\tSICA\tSICA\tSICA\tCentral America, Centroamérica
  g-alba\tALBA\tALBA\tALBA\tALBA\tALBA\t
  g-mercosur\tMERCOSUR\tMERCOSUR\tMERCOSUR\tMERCOSUR\tMERCOSUL\tMERCOSUL
  g-grulac\tGRULAC\tGRULAC\tGRULAC\tGRULAC\tGRULAC\t
  o-eu\tEU\tEuropean Union\tUnión Europea\tUnion européenne\tUnião Europeia\tUE

  """

extension DelegationRegistry {
  /// The table that a new negotiation begins with.
  package static let standard: DelegationRegistry = {
    do throws(DraftingError) {
      return try DelegationRegistry(fileText: standardDelegationsFile)
    } catch {
      preconditionFailure("the table of delegations is damaged: \(error.message)")
    }
  }()
}
