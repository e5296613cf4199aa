/// Surnames that are words too, so that finding one alone says nothing.
enum CommonWords {
  /// Whether a surname, without its prefix, is a word of Dutch that is written often.
  static func contains(_ surname: String) -> Bool {
    words.contains(SearchKey(surname).text)
  }

  private static let words: Set<String> = Set(
    """
    aalst|akker|arts|baan|baas|bakker|bal|ban|bank|beek|been|beer|berg|bergen|bes|best|beuk|bij|blok
    bloem|boer|bon|boom|boon|boot|bos|bosch|bot|brand|breed|broek|broer|brouwer|brug|bruin|buis|burg
    buur|dam|dag|dal|dekker|dijk|doorn|dorp|draak|duif|duin|eik|eind|engel|ezel|faber|flink|fluit
    gans|geel|geest|gelder|goed|goud|graaf|graf|groen|groep|groot|haan|haas|hal|hart|haven|heer|hek
    held|hemel|herder|hert|heuvel|hoek|hof|hond|hoofd|hoop|horst|hout|huis|jager|jong|kaas|kamp|kanter
    keizer|kerk|ketel|kind|klein|klerk|klok|knecht|koch|kok|koning|koper|korf|kort|koster|kraan|kraai
    kramer|krans|kroon|kruis|kuil|kuiper|kunst|laan|lam|land|lang|leeuw|licht|lief|lint|loon|maan
    maat|man|meer|meester|meier|mei|molen|molenaar|mond|mooi|mol|muis|mulder|mus|nap|nacht|nieuw|noord
    oever|oost|os|oud|paard|palm|park|pas|pauw|peer|pen|plas|plein|poel|poort|post|pot|prins|punt|put
    raad|ram|recht|rijk|ridder|riet|ring|roos|roosen|rood|rust|ruiter|schaap|schilder|schip|schipper
    schoen|school|schot|schouten|slager|slot|smid|smit|snel|snoek|sluis|spoor|spits|staal|stad|star
    steen|stok|stolk|straat|stroom|tak|timmerman|tol|toren|tuin|vaart|valk|veen|veer|veld|ven|vis
    visser|vlag|vliet|vogel|vonk|voort|vos|vrede|vriend|vroom|wal|wand|water|weg|weide|werf|west|wiel
    wild|wilde|winkel|winter|wit|witte|wolf|woud|zaal|zand|zee|zijl|zoet|zon|zomer|zuid|zwaan|zwart
    """.split { $0 == "|" || $0.isNewline }.map(String.init))
}
