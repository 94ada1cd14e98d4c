namespace Kinerja.Application.Feedback;

public sealed record NotHeardResponse(string EmployeeId, string UnitId);

public sealed record LeaderReminderResponse(
    string RaterId, string Period, int Rated, IReadOnlyList<NotHeardResponse> NotHeard)
{
    public static LeaderReminderResponse Of(LeaderReminder reminder) => new(
        reminder.RaterId.ToString(),
        reminder.Quarter.ToString(),
        reminder.Rated,
        [.. reminder.NotHeard.Select(e => new NotHeardResponse(e.Id.ToString(), e.UnitId.ToString()))]);
}

public sealed record SilentRaterResponse(string RaterId, int Rated);

public sealed record SilentRaterListResponse(string Period, IReadOnlyList<SilentRaterResponse> Raters, string? Next)
{
    public static SilentRaterListResponse Of(Domain.Quarter quarter, SilentRaterPage page) => new(
        quarter.ToString(),
        [.. page.Raters.Select(r => new SilentRaterResponse(r.RaterId.ToString(), r.Rated))],
        page.Next?.ToString());
}
