namespace Kinerja.Domain;

/// <summary>Why an expected "no" is a no; the door (HTTP, message) maps it to its own answer.</summary>
public enum RefusalKind
{
    /// <summary>The text does not say anything valid.</summary>
    Malformed,

    /// <summary>The text is valid, but a rule does not allow what it asks for.</summary>
    Unprocessable,

    /// <summary>The caller may not touch this.</summary>
    NotAllowed,

    /// <summary>Something named does not exist.</summary>
    NotFound,

    /// <summary>The stored state contradicts the request.</summary>
    Conflict,

    /// <summary>The caller worked from an older version.</summary>
    Stale,

    /// <summary>More than this door takes.</summary>
    TooLarge,

    /// <summary>Written in a form that this door does not read.</summary>
    Unsupported,

    /// <summary>Asked for in a form that this door does not write.</summary>
    NotAcceptable,

    /// <summary>Nothing is wrong with it; there is no room for it just now.</summary>
    Busy,
}

/// <summary>One fault in a document: where (JSON pointer, empty for the whole) and what.</summary>
public readonly record struct FieldFault(string Pointer, Sentence Detail)
{
    /// <summary>Where on the map, when the fault lies at a place.</summary>
    public MapPlace? At { get; init; }
}

/// <summary>A place on the map in degrees (WGS 84).</summary>
public readonly record struct MapPlace(double LongitudeDegrees, double LatitudeDegrees);

/// <summary>
/// An expected "no": a stable code from <see cref="RefusalCodes"/> and a sentence in English for people.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string Code, Sentence Detail)
{
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>
    /// The same refusal for a document that is a part of another: its pointers begin at <paramref name="prefix"/>.
    /// </summary>
    public Refusal Under(string prefix) =>
        this with { Faults = [.. Faults.Select(f => f with { Pointer = prefix + f.Pointer })] };

    public static Refusal Malformed(string pointer, Sentence detail) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidField, detail) { Faults = [new(pointer, detail)] };

    /// <summary>A page's beginning that no answer gave.</summary>
    public static Refusal UnknownCursor(string pointer = "/cursor") =>
        Malformed(pointer, "This is not a cursor that was handed out.");

    /// <summary>The body's id stands for something else already.</summary>
    public static Refusal ReusedId(Sentence detail) =>
        new(RefusalKind.Unprocessable, RefusalCodes.ReusedId, detail)
        {
            Faults = [new("/id", "Already used with other content.")],
        };

    /// <summary>Somebody else wrote since the caller looked.</summary>
    public static Refusal Stale(Sentence detail) => new(RefusalKind.Stale, RefusalCodes.StaleVersion, detail);

    /// <summary>
    /// Only the superior of record (pejabat penilai) may do this; the pointer says where somebody else is named.
    /// </summary>
    public static Refusal NotTheRater(string pointer, Sentence detail) =>
        new(RefusalKind.NotAllowed, RefusalCodes.NotTheRater, detail)
        {
            Faults = [new(pointer, "Not the rater of record.")]
        };
}
