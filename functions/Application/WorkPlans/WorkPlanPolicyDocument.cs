using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// When plans are set and how parts of a year weigh. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record WorkPlanPolicyDocument(
    string? LastDay, int? DaysAfterChange, bool? ReasonOutsideTime, string? ProRating, int? DailyEntryDays = null)
{
    private static readonly AnnualDatePattern MonthDay = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    internal WorkPlanPolicyDocument FilledFrom(WorkPlanPolicyDocument shipped) => new(
        LastDay ?? shipped.LastDay,
        DaysAfterChange ?? shipped.DaysAfterChange,
        ReasonOutsideTime ?? shipped.ReasonOutsideTime,
        ProRating ?? shipped.ProRating,
        DailyEntryDays ?? shipped.DailyEntryDays);

    public Result<WorkPlanPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var last = Day(fields, LastDay ?? "");
        var days = fields.Whole("daysAfterChange", DaysAfterChange, 1, 366);
        var reason = fields.Required("reasonOutsideTime", ReasonOutsideTime);
        var entry = fields.OptionalWhole("dailyEntryDays", DailyEntryDays, 0, 92);
        var rating = fields.Enum<ProRating>("proRating", ProRating);
        return fields.Finish(() => new WorkPlanPolicy(version)
        {
            LastDay = last,
            DaysAfterChange = days!.Value,
            ReasonOutsideTime = reason!.Value,
            ProRating = rating!.Value,
            DailyEntryDays = entry,
        });
    }

    private static AnnualDate Day(FieldReader fields, string text)
    {
        var parsed = MonthDay.Parse(text);
        if (!parsed.Success)
        {
            fields.Add("lastDay", "A month and day such as 01-31 is expected.");
        }

        return parsed.Success ? parsed.Value : default;
    }
}
