/// The order of the bytes of a unit of more than one byte.
enum ByteOrder {
  case little, big
}
