using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// What one person was granted as a reward for a place in the top share (PP 30/2019 pilot): what, from when to when, by
/// whom and why. What was revoked since is said to be.
/// </summary>
internal static class GrantLetter
{
    internal static Paper Of(
        GrantList list, GrantLine line, IReadOnlyList<Entitlement> granted, LocalDate decidedOn, PrintParty? person,
        PrintParty? decider) => new(
            PrintKind.Grant,
            $"{list.Period}",
            ("Grant letter", "Surat pemberian penghargaan"),
            [("for performance", "atas kinerja"), PrintTexts.Of(list.Period)],
            [
                new(("Employee", "Pegawai"), person) { Signs = false },
                new(("Granted by", "Pejabat yang memberikan"), decider),
            ],
            [.. Figures(list, line, granted, decidedOn)],
            [list.PolicyVersion],
            page => Write(page, list, line, granted, decidedOn));

    private static IEnumerable<PrintFigure> Figures(
        GrantList list, GrantLine line, IReadOnlyList<Entitlement> granted, LocalDate decidedOn)
    {
        yield return new("revision", ("revision", "revisi"), $"{list.Revision}");
        yield return new(
            "decidedOn", ("the day of the decision", "hari putusan"), LocalDatePattern.Iso.Format(decidedOn));
        yield return new("decidedById", ("by whom", "oleh siapa"), $"{line.Decision!.DecidedBy}");
        yield return new("from", ("from", "mulai"), LocalDatePattern.Iso.Format(list.From));
        yield return new("to", ("until", "sampai"), LocalDatePattern.Iso.Format(list.To));
        foreach (var one in granted)
        {
            yield return one.Kind switch
            {
                EntitlementKind.FlexiblePlace => new(
                    "daysPerWeek", ("days a week", "hari per minggu"), $"{one.DaysPerWeek}"),
                EntitlementKind.FlexibleStart => new(
                    "start", ("start of the day", "jam masuk"), PrintTexts.Of(one.Start!.Value).English),
                EntitlementKind.DayOff => new("daysOff", ("days of leave", "hari libur"), $"{one.DaysOff}"),
            };
        }
    }

    private static void Write(
        PrintPage page, GrantList list, GrantLine line, IReadOnlyList<Entitlement> granted, LocalDate decidedOn)
    {
        page.Section(("Granted", "Yang diberikan"));
        page.Table(
            [
                ("What", "Penghargaan"), ("How much", "Ketentuan"), ("From", "Mulai"),
                ("Last day", "Hari terakhir"), ("Revoked", "Dicabut"),
            ],
            granted.Select(one => new HtmlRow([
                page.Say(PrintTexts.Of(one.Kind)),
                HowMuch(page, one),
                page.Say(PrintTexts.Of(one.From)),
                page.Say(PrintTexts.Of(one.To.PlusDays(-1))),
                one.Revoked is { } revoked
                    ? $"{page.Say(("from", "mulai"))} {page.Say(PrintTexts.Of(revoked.From))}: {revoked.Reason}" : null,
            ])));
        page.Section(("On what it rests", "Dasar"));
        page.Facts(
            (("Ranking of", "Peringkat"), $"{page.Say(PrintTexts.Of(list.Period))}, "
                + page.Say(($"revision {list.Revision}", $"revisi {list.Revision}"))),
            (("Place", "Peringkat ke"), $"{line.Place}"),
            (("Decided on", "Diputus pada"), page.Say(PrintTexts.Of(decidedOn))));
        page.Section(("Why", "Pertimbangan"));
        page.Said(line.Decision!.Reason);
        page.Line((
            "It holds for the days named, may be revoked, and asks for no service to fall.",
            "Berlaku untuk masa di atas, dapat dicabut, dan tidak boleh menurunkan mutu layanan."));
    }

    private static string HowMuch(PrintPage page, Entitlement one) => one.Kind switch
    {
        EntitlementKind.FlexiblePlace => page.Say((
            $"{one.DaysPerWeek} day(s) a week", $"{one.DaysPerWeek} hari per minggu")),
        EntitlementKind.FlexibleStart => page.Say(PrintTexts.Of(one.Start!.Value)),
        EntitlementKind.DayOff => page.Say(($"{one.DaysOff} day(s)", $"{one.DaysOff} hari")),
    };
}
