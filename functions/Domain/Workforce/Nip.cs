namespace Kinerja.Domain.Workforce;

/// <summary>
/// The 18-digit number of a civil servant (NIP) or contract employee (NI PPPK). Spaces are stripped. Digits 13 and 14
/// are a month for PNS only, so nothing is read from them (Perka BKN 22/2007). It holds birth date and sex: never print
/// it.
/// </summary>
public readonly record struct Nip
{
    private readonly string? _value;

    private Nip(string value) => _value = value;

    public static Result<Nip> Parse(string? text, string pointer = "/nip")
    {
        var digits = text?.Replace(" ", string.Empty, StringComparison.Ordinal);
        return digits is { Length: 18 } && digits.All(char.IsAsciiDigit)
            ? new Nip(digits)
            : Refusal.Malformed(pointer, "A NIP has 18 digits.");
    }

    /// <summary>The digits, for the one guarded table that holds them.</summary>
    public string Reveal() => _value ?? throw IdText.Blank();

    public override string ToString() => "NIP (hidden)";
}
