namespace Kinerja.Domain.Files;

/// <summary>
/// An import of an agency: its kind, and the first 32 hexadecimal digits of the SHA-256 of the file, so that the same
/// file is the same import.
/// </summary>
public readonly record struct ImportId
{
    private const int Digits = 32;

    private readonly string? _hash;

    private ImportId(ImportKind kind, string hash) => (Kind, _hash) = (kind, hash);

    public ImportKind Kind { get; }

    public string Hash => _hash ?? throw IdText.Blank();

    /// <param name="kind">What the rows are.</param>
    /// <param name="sha256">Of the file: 64 lower-case hexadecimal digits.</param>
    public static ImportId Of(ImportKind kind, string sha256) => new(kind, sha256[..Digits]);

    public static Result<ImportId> Parse(ImportKind kind, string? hash, string pointer = "/id") =>
        hash is { Length: Digits } && hash.All(digit => char.IsAsciiHexDigitLower(digit) || char.IsAsciiDigit(digit))
            ? new ImportId(kind, hash)
            : Refusal.Malformed(pointer, "The id of an import is expected, as its preview gave it.");

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}-{Hash}";
}
