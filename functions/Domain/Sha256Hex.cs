namespace Kinerja.Domain;

/// <summary>
/// A SHA-256 as 64 lower-case hexadecimal digits: it stands for a photo or a token that stays on the phone.
/// </summary>
public readonly record struct Sha256Hex
{
    private const int Digits = 64;

    private readonly string? _value;

    private Sha256Hex(string value) => _value = value;

    /// <summary>Capitals are taken and written small.</summary>
    public static Result<Sha256Hex> Parse(string? text, string pointer) =>
        text is { Length: Digits } && text.All(char.IsAsciiHexDigit)
            ? new Sha256Hex(text.ToLowerInvariant())
            : Refusal.Malformed(pointer, "A SHA-256 of 64 hexadecimal digits is expected.");

    public override string ToString() => _value ?? throw IdText.Blank();
}
