namespace Kinerja.Domain.Intake;

/// <summary>A value as our own bodies write it: a number or true and false as its text, without quotes.</summary>
public sealed record MappedValue(IntakeMember Member, string Text);

/// <summary>One record of an app's body, in our terms.</summary>
/// <param name="Mapping">What made it.</param>
/// <param name="At">Where it stands in the app's body.</param>
/// <param name="Values">Only those that the record has.</param>
public sealed record MappedRecord(IntakeMapping Mapping, string At, IReadOnlyList<MappedValue> Values)
{
    /// <summary>
    /// Where the app's body says what one of our members holds: its own place, or that of a part of it or of what it is
    /// a part of, or else the record.
    /// </summary>
    /// <param name="member">A pointer into a check-in or a feedback note.</param>
    public string PlaceOf(string member)
    {
        var name = member.TrimStart('/');
        var field = Mapping.Fields.FirstOrDefault(f => f.Member.Name == name)
            ?? Mapping.Fields.FirstOrDefault(f => IsWithin(f.Member.Name, name) || IsWithin(name, f.Member.Name)
                || AreThePerson(f.Member.Name, name));
        return field is null ? At : field.PlaceIn(At);
    }

    /// <summary>A check-in asks for one of the two; the app has the other.</summary>
    private static bool AreThePerson(string mapped, string asked) =>
        (mapped, asked) is (IntakeMember.Nip, IntakeMember.EmployeeId) or (IntakeMember.EmployeeId, IntakeMember.Nip);

    private static bool IsWithin(string inner, string outer) =>
        outer.Length > 0 && inner.StartsWith(outer + "/", StringComparison.Ordinal);
}

/// <summary>The records of a body; one that stood alone is told from a list of one.</summary>
public sealed record MappedRecords(bool StoodAlone, IReadOnlyList<Result<MappedRecord>> Items);

internal static class FieldPlaces
{
    /// <summary>Where a field's value stands; the record's own place when no single one holds it.</summary>
    internal static string PlaceIn(this IntakeField field, string record) => field.Source switch
    {
        IntakeSource.FromRecord { At: [var first, ..] } => record + first,
        IntakeSource.FromBody { At: [var first, ..] } => first.Text,
        _ => record,
    };
}
