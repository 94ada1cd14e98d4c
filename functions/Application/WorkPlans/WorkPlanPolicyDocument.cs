using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>When plans are set and how parts of a year weigh; what is left out is as shipped.</summary>
public sealed record WorkPlanPolicyDocument(string? LastDay, int? DaysAfterChange, bool? ReasonOutsideTime, string? ProRating)
{
    private static readonly AnnualDatePattern MonthDay = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    public Result<WorkPlanPolicy> Read(string version)
    {
        var shipped = WorkPlanPolicy.Default;
        var fields = new FieldReader();
        var last = LastDay is null ? shipped.LastDay : Day(fields, LastDay);
        var days = DaysAfterChange is null ? shipped.DaysAfterChange : fields.Whole("daysAfterChange", DaysAfterChange, 1, 366);
        var rating = fields.OptionalEnum<ProRating>("proRating", ProRating);
        return fields.Finish(() => new WorkPlanPolicy(version)
        {
            LastDay = last,
            DaysAfterChange = days!.Value,
            ReasonOutsideTime = ReasonOutsideTime ?? shipped.ReasonOutsideTime,
            ProRating = rating ?? shipped.ProRating,
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
