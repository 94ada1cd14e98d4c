using Kinerja.AgencyApp;
using Kinerja.Local.Issuer;

namespace Kinerja.Local.Story;

/// <summary>Whom the sign-in page offers after the story: people to whom it left something to see or to do.</summary>
internal static class SignInChoices
{
    private const string Small = "balai-contoh";
    private const string Ministry = "kementerian-contoh";

    /// <summary>
    /// The objector first, then the rater, the offices, another ministry, and the agency of the ordinary week.
    /// </summary>
    internal static IReadOnlyList<SignInChoice> Of(SampleQuarter quarter, string objector)
    {
        var agency = quarter.Agencies.First(one => one.People.Any(person => person.Id == objector));
        var rater = agency.People.First(person => person.Id == objector).RaterId!;
        return
        [
            new(agency.Id, objector, SignInChoice.Employee),
            new(agency.Id, rater, SignInChoice.Leader),
            .. agency.Units.Select(unit => unit.HeadId).Where(head => head != rater)
                .Select(head => new SignInChoice(agency.Id, head, SignInChoice.Leader)),
            new(agency.Id, OfficeOf(agency), SignInChoice.Office),
            .. quarter.Agencies.Where(other => other != agency)
                .Select(other => new SignInChoice(other.Id, OfficeOf(other), SignInChoice.Office)),
            new(agency.Id, OfficeOf(agency), SignInChoice.National),
            new(agency.Id, OfficeOf(agency), SignInChoice.Operations),
            new(Ministry, "", SignInChoice.Ministry),
            new(Small, "budi-01", SignInChoice.Employee),
            new(Small, "kepala-01", SignInChoice.Leader),
        ];
    }

    /// <summary>Somebody of the first unit who leads nobody.</summary>
    private static string OfficeOf(SampleAgency agency) =>
        agency.People.Last(person => person.UnitId == agency.Units[0].Id).Id;
}
