namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// A result or an indicator of a work plan: 1 to 32 lower-case letters, digits and hyphens, unique in its plan and kept
/// by later versions.
/// </summary>
public readonly record struct PlanRowId : IComparable<PlanRowId>
{
    private readonly string? _value;

    private PlanRowId(string value) => _value = value;

    public static Result<PlanRowId> Parse(string? text, string pointer = "/id") =>
        IdText.IsLower(text, 1, 32) ? new PlanRowId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 32));

    /// <summary>Ordinal, so that sums and lists have one order whatever the order of rows was.</summary>
    public int CompareTo(PlanRowId other) => string.CompareOrdinal(_value, other._value);

    public override string ToString() => _value ?? throw IdText.Blank();
}
