namespace Kinerja.AgencyApp;

/// <summary>
/// Days in a row on which a phone has no network, and the day after on which it sends all of them in one batch: 1 to 4
/// days late. A spell stays within one week.
/// </summary>
internal sealed record OfflineSpell(DateOnly First, DateOnly Last, int SentMinute, bool SentTwice)
{
    private const double SharePerWeek = 0.08;

    internal DateOnly SentOn => Last.AddDays(1);

    internal bool Covers(DateOnly day) => First <= day && day <= Last;

    /// <summary>The person's spell in the week of that day, if there is one.</summary>
    internal static OfflineSpell? Of(int seed, SampleAgency agency, SamplePerson person, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var dice = new Dice(seed, "offline", agency.Id, person.Id, monday.ToString("O"));
        if (person.Phone.IsOdd || !dice.Chance(SharePerWeek))
        {
            return null;
        }

        var length = dice.Between(1, 4);
        var first = monday.AddDays(dice.Between(0, 5 - length));
        return new OfflineSpell(first, first.AddDays(length - 1), dice.Between(7 * 60, 18 * 60), dice.Chance(0.1));
    }
}
