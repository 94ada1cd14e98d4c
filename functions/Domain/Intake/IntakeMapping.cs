namespace Kinerja.Domain.Intake;

/// <summary>Where a mapping finds a value.</summary>
public abstract record IntakeSource
{
    /// <summary>In each record; several places are joined with a space, such as a date and a time.</summary>
    public sealed record FromRecord(IReadOnlyList<AppPointer> At) : IntakeSource;

    /// <summary>Once in the body, for all its records.</summary>
    public sealed record FromBody(IReadOnlyList<AppPointer> At) : IntakeSource;

    /// <summary>The mapping itself says it.</summary>
    public sealed record Constant(string Text) : IntakeSource;

    /// <summary>An id made of what stands at these places of the record: equal there, equal the id.</summary>
    public sealed record HashOf(IReadOnlyList<AppPointer> At) : IntakeSource;

    /// <summary>The moment of receipt: for apps whose own server sends, so that no phone's clock is in doubt.</summary>
    public sealed record Receipt : IntakeSource;
}

/// <summary>A text of several parts, such as <c>-2.53,140.71</c>; parts are counted from 0.</summary>
public sealed record IntakeSplit(char Separator, int Part);

/// <summary>
/// One member of ours and where it comes from. A text is trimmed; an empty one and null are no value. It is split, then
/// looked up among the app's words, then written small and given its prefix.
/// </summary>
public sealed record IntakeField(IntakeMember Member, IntakeSource Source)
{
    /// <summary>Ours by the app's; without any the app writes ours.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    public AppClock? Clock { get; init; }

    public IntakeUnit? Unit { get; init; }

    public IntakeSplit? Split { get; init; }

    public bool LowerCase { get; init; }

    public string Prefix { get; init; } = "";

    /// <summary>
    /// What is wrong with a constant, read as the app's own value would be; null when nothing is or there is none.
    /// </summary>
    public Refusal? FaultOfConstant(string pointer) =>
        Source is IntakeSource.Constant constant ? this.Convert(constant.Text, pointer).Refusal : null;
}

/// <summary>
/// How an app's own JSON becomes check-ins or feedback. The records stand at one place of the body: a list of them, or
/// one. What no field names is the app's own affair.
/// </summary>
public sealed record IntakeMapping(
    MappingId Id, IntakeGoal Goal, AppPointer Records, IReadOnlyList<IntakeField> Fields);

/// <summary>The mappings of an agency that hold from some day on.</summary>
public sealed record IntakePolicy(string Version, IReadOnlyList<IntakeMapping> Mappings)
{
    public IntakeMapping? Find(MappingId id) => Mappings.FirstOrDefault(mapping => mapping.Id == id);
}
