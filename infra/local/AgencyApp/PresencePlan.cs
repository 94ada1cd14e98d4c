namespace Kinerja.AgencyApp;

/// <summary>A day's missing leaving that the person asks to have set right.</summary>
public sealed record PlannedCorrection(SamplePerson Person, DateOnly Day, TimeOnly Left);

/// <summary>
/// What an agency's office does about presence in the quarter: it declares one morning's outage, a person asks for a
/// correction, and the superior decides it the same day.
/// </summary>
public static class PresencePlan
{
    /// <summary>The morning on which nothing could be sent: its first and last minute, by the agency's clock.</summary>
    public static readonly DateOnly OutageDay = new(2026, 2, 10);

    private const int OutageFrom = 7 * 60;
    private const int OutageTo = (8 * 60) + 45;

    /// <summary>The first of the year who forgot to check out, with a phone that was online.</summary>
    internal static PlannedCorrection CorrectionOf(int seed, SampleAgency agency)
    {
        var forgotten =
            from day in WorkDays.Between(WorkDays.FirstDay, WorkDays.LastDay)
            from person in agency.People
            where person.RaterId is not null && !person.Phone.IsOdd
                && OfflineSpell.Of(seed, agency, person, day)?.Covers(day) != true
            where DayPlan.Of(seed, agency, person, day).Count == 1
            select new PlannedCorrection(person, day, WorkDays.HoursOn(day).End);
        return forgotten.First();
    }

    internal static IEnumerable<PlannedRequest> Of(int seed, SampleAgency agency)
    {
        yield return new(
            agency.At(OutageDay, OutageTo + 30),
            Routes.Outage(agency.Id, $"outage-{JsonText.Date(OutageDay)}", JsonText.Object(json =>
        {
            json.WriteString("from", JsonText.Time(agency.At(OutageDay, OutageFrom)));
            json.WriteString("to", JsonText.Time(agency.At(OutageDay, OutageTo)));
            json.WriteString("reason", "Server presensi tidak dapat dihubungi pada jam masuk (contoh).");
        })));

        var asked = CorrectionOf(seed, agency);
        var next = WorkDays.Between(asked.Day.AddDays(1), WorkDays.LastSendingDay).First(WorkDays.IsWorked);
        var id = $"koreksi-{asked.Person.Id}-{JsonText.Date(asked.Day)}";
        yield return new(agency.At(next, 10 * 60), Routes.Correction(agency.Id, asked.Person.Id, JsonText.Object(json =>
        {
            json.WriteString("id", id);
            json.WriteString("date", asked.Day.ToString("O"));
            json.WriteString("kind", "leaving");
            json.WriteString("time", asked.Left.ToString("HH:mm"));
            json.WriteString("evidence", "Lupa presensi pulang; tercatat di buku tamu lantai dua.");
            json.WriteString("requestedById", asked.Person.Id);
        })));
        yield return new(
            agency.At(next, 14 * 60), Routes.CorrectionDecision(agency.Id, asked.Person.Id, id, JsonText.Object(json =>
        {
            json.WriteString("date", asked.Day.ToString("O"));
            json.WriteString("decidedById", asked.Person.RaterId);
            json.WriteString("decision", "approved");
            json.WriteString("reason", "Sesuai buku tamu.");
        })));
    }
}
