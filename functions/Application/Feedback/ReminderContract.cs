namespace Kinerja.Application.Feedback;

public sealed record NotHeardAnswer(string EmployeeId, string UnitId);

public sealed record LeaderReminderAnswer(string RaterId, string Period, int Rated, IReadOnlyList<NotHeardAnswer> NotHeard)
{
    public static LeaderReminderAnswer Of(LeaderReminder reminder) => new(
        reminder.RaterId.ToString(),
        reminder.Quarter.ToString(),
        reminder.Rated,
        [.. reminder.NotHeard.Select(e => new NotHeardAnswer(e.Id.ToString(), e.UnitId.ToString()))]);
}

public sealed record SilentRaterAnswer(string RaterId, int Rated);

public sealed record SilentRaterListAnswer(string Period, IReadOnlyList<SilentRaterAnswer> Raters, string? Next)
{
    public static SilentRaterListAnswer Of(Domain.Quarter quarter, SilentRaterPage page) => new(
        quarter.ToString(),
        [.. page.Raters.Select(r => new SilentRaterAnswer(r.RaterId.ToString(), r.Rated))],
        page.Next?.ToString());
}
