using Kinerja.Domain.Feedback;
using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Intake;

/// <summary>What a mapping's records become.</summary>
public enum IntakeGoal
{
    CheckIns,
    Feedback,
}

/// <summary>How an app's value is read: as a text, as one of our words, as a number of a unit, as a time.</summary>
public enum IntakeForm
{
    Text,
    Word,
    Number,
    WholeNumber,
    Truth,
    Time,
    Date,
}

/// <summary>
/// A member of a check-in or a feedback note as the API writes it, which a mapping may fill; a slash leads into a part.
/// </summary>
/// <param name="Name">As it stands in the API's own bodies.</param>
/// <param name="Form">What it takes.</param>
/// <param name="IsRequired">Whether every mapping must fill it.</param>
public sealed record IntakeMember(string Name, IntakeForm Form, bool IsRequired = false)
{
    public const string Id = "id";
    public const string EmployeeId = "employeeId";
    public const string Nip = "nip";
    public const string SentAt = "sentAt";
    public const string Latitude = "position/latitude";
    public const string Longitude = "position/longitude";
    public const string Accuracy = "position/accuracyMetres";

    /// <summary>The words that a member of form <see cref="IntakeForm.Word"/> takes.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The units that a number may come in; the first is the member's own.</summary>
    public IReadOnlyList<IntakeUnit> Units { get; init; } = [];

    private static readonly IntakeMember[] OfCheckIns =
    [
        new(Id, IntakeForm.Text, IsRequired: true),
        new(EmployeeId, IntakeForm.Text),
        new(Nip, IntakeForm.Text),
        Of<CheckInKind>("kind", isRequired: true),
        new("capturedAt", IntakeForm.Time, IsRequired: true),
        new(SentAt, IntakeForm.Time),
        new(Latitude, IntakeForm.Number) { Units = [IntakeUnit.Degrees, IntakeUnit.Microdegrees] },
        new(Longitude, IntakeForm.Number) { Units = [IntakeUnit.Degrees, IntakeUnit.Microdegrees] },
        new(Accuracy, IntakeForm.Number) { Units = [IntakeUnit.Metres, IntakeUnit.Kilometres, IntakeUnit.Feet] },
        new("mockLocation", IntakeForm.Truth),
        new("provider", IntakeForm.Text),
        new("deviceId", IntakeForm.Text),
        Of<NetworkKind>("network"),
        new("batteryPercent", IntakeForm.WholeNumber) { Units = [IntakeUnit.Percent, IntakeUnit.Fraction] },
        Of<AttestationVerdict>("attestation/verdict"),
        new("attestation/tokenSha256", IntakeForm.Text),
        new("photoSha256", IntakeForm.Text),
        new("assistedById", IntakeForm.Text),
    ];

    private static readonly IntakeMember[] OfFeedback =
    [
        new(Id, IntakeForm.Text, IsRequired: true),
        new("giverId", IntakeForm.Text, IsRequired: true),
        new("receiverId", IntakeForm.Text, IsRequired: true),
        Of<GiverRole>("role", isRequired: true),
        Of<FeedbackSubject>("subject", isRequired: true),
        Of<ExpectationLevel>("level"),
        new("words", IntakeForm.Text, IsRequired: true),
        new("guide", IntakeForm.WholeNumber),
        new("planFrom", IntakeForm.Date),
        new("resultId", IntakeForm.Text),
    ];

    public static IReadOnlyList<IntakeMember> Of(IntakeGoal goal) =>
        goal == IntakeGoal.CheckIns ? OfCheckIns : OfFeedback;

    /// <summary>Our words are the names of an enum's values, beginning small.</summary>
    private static IntakeMember Of<T>(string name, bool isRequired = false)
        where T : struct, Enum => new(name, IntakeForm.Word, isRequired)
        {
            Words = [.. Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..])],
        };
}
