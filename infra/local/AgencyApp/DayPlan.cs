namespace Kinerja.AgencyApp;

/// <summary>How a request is sent again because its answer got lost on the way.</summary>
internal enum Resend
{
    Never,
    SameBody,
    NewSentAt,
}

/// <summary>One check-in as it happens; captured is the true time, whatever the phone's clock says.</summary>
internal sealed record PlannedCheckIn(
    SamplePerson Person,
    DateOnly Day,
    string Kind,
    DateTimeOffset CapturedAt,
    Fix? Fix,
    Resend Resend,
    int ResendTicks);

/// <summary>What a person does on a working day; the same seed, person and day always give the same plan.</summary>
internal static class DayPlan
{
    private const double AbsentShare = 0.03;
    private const double ForgottenShare = 0.012;
    private const double FlexibleShare = 0.17;
    private const double LateShare = 0.06;
    private const double VeryLateShare = 0.007;
    private const double EarlyShare = 0.01;
    private const double ResendShare = 0.03;

    internal static IReadOnlyList<PlannedCheckIn> Of(int seed, SampleAgency agency, SamplePerson person, DateOnly day)
    {
        var dice = new Dice(seed, "day", agency.Id, person.Id, day.ToString("O"));
        if (!WorkDays.IsWorked(day) || !WorkDays.IsInQuarter(day) || dice.Chance(AbsentShare))
        {
            return [];
        }

        var place = PlaceOf(dice, agency, person);
        var (start, end) = WorkDays.HoursOn(day);
        var arrival = One("in", Minutes(start) + ArrivalOffset(dice));
        return dice.Chance(ForgottenShare) ? [arrival] : [arrival, One("out", Minutes(end) + LeavingOffset(dice))];

        PlannedCheckIn One(string kind, int minute) => new(
            person,
            day,
            kind,
            agency.At(day, minute).AddSeconds(dice.Between(0, 59)),
            FixDraw.At(dice, agency, place),
            dice.Chance(ResendShare) ? dice.Pick([Resend.SameBody, Resend.NewSentAt]) : Resend.Never,
            dice.Between(1, 2));
    }

    /// <summary>
    /// People in direct service work at the office; of the others some stay at home or go to a shared place.
    /// </summary>
    private static SampleFence PlaceOf(Dice dice, SampleAgency agency, SamplePerson person)
    {
        var unit = agency.UnitOf(person);
        return !dice.Chance(FlexibleShare) || unit.DirectService
            ? agency.Fence(unit.OfficeId)
            : agency.HomeOf(person) ?? agency.Fences.First(fence => fence.Kind == "wfaArea");
    }

    private static int ArrivalOffset(Dice dice)
    {
        var kind = dice.Between(0.0, 1.0);
        return kind < VeryLateShare ? dice.Between(60, 170)
            : kind < VeryLateShare + LateShare ? dice.Around(0, 24)
            : -dice.Around(1, 28);
    }

    private static int LeavingOffset(Dice dice) =>
        dice.Chance(EarlyShare) ? -dice.Between(5, 60) : dice.Around(0, 30);

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
