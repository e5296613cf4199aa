"""The format of compress (.Z): LZW with codes of 9 to 16 bits.

Source: compress(1) of 4.3BSD, as ncompress documents it.
"""

CLEAR, FIRST_FREE, MOST_BITS = 256, 257, 16


def compressed(content: bytes) -> bytes:
    codes = {bytes([value]): value for value in range(256)}
    groups, group, bits, free = [], [], 9, FIRST_FREE
    current = b""

    def finish() -> None:
        # Codes are written eight at a time; a new width begins behind a whole group.
        if group:
            groups.append(packed(group, bits))
            group.clear()

    for value in content:
        longer = current + bytes([value])
        if longer in codes:
            current = longer
            continue
        group.append(codes[current])
        if len(group) == 8:
            finish()
        if free < 1 << MOST_BITS:
            codes[longer] = free
            free += 1
            if free > 1 << bits and bits < MOST_BITS:
                finish()
                bits += 1
        current = bytes([value])
    if current:
        group.append(codes[current])
    if group:
        whole = packed(group, bits)
        groups.append(whole[: -(-len(group) * bits // 8)])
    return b"\x1f\x9d" + bytes([0x80 | MOST_BITS]) + b"".join(groups)


def packed(group: list[int], bits: int) -> bytes:
    """Eight codes, the lowest bit first; those that are missing are zeros."""
    number = sum(code << index * bits for index, code in enumerate(group))
    return number.to_bytes(bits, "little")
