using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>The whole plan; the reason is for a change, and for a first version outside its time.</summary>
public sealed record WorkPlanRequest(string? ById, string? Reason, PlanContentRequest? Plan)
{
    public Result<WorkPlanCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("byId", p => EmployeeId.Parse(ById, p));
        var reason = fields.OptionalText("reason", Reason, 1000);
        var content = fields.Part((Plan ?? new(null, null, null, null)).Read("/plan"));
        return fields.Finish(() => new WorkPlanCommand(by!.Value, reason, content!));
    }
}

public sealed record PlanAgreementRequest(string? AgreedById, int? Version, string? Words)
{
    public Result<PlanAgreementCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("agreedById", p => EmployeeId.Parse(AgreedById, p));
        var version = fields.Whole("version", Version, 1, 999_999);
        var words = fields.OptionalText("words", Words, 2000);
        return fields.Finish(() => new PlanAgreementCommand(by!.Value, version!.Value, words));
    }
}

public sealed record PlanAgreementResponse(string ById, string At, string? Words);

public sealed record WorkPlanResponse(
    string EmployeeId,
    string From,
    int Version,
    string State,
    string? RaterId,
    PlanContentRequest Plan,
    string? Reason,
    string WrittenById,
    string WrittenAt,
    PlanAgreementResponse? Agreement)
{
    public static WorkPlanResponse Of(WorkPlan plan) => new(
        plan.EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(plan.From),
        plan.Version,
        JsonFormat.Name(plan.State),
        plan.RaterId?.ToString(),
        PlanContentRequest.Of(plan.Content),
        plan.Reason,
        plan.WrittenBy.ToString(),
        InstantPattern.ExtendedIso.Format(plan.WrittenAt),
        plan.Agreement is { } agreed
            ? new PlanAgreementResponse(
                agreed.By.ToString(), InstantPattern.ExtendedIso.Format(agreed.At), agreed.Words)
            : null);
}

/// <summary>One version in a list, with why it came about.</summary>
public sealed record PlanVersionResponse(
    int Version, string State, string? Reason, string WrittenById, string WrittenAt, string? AgreedAt)
{
    internal static PlanVersionResponse Of(WorkPlan plan) => new(
        plan.Version,
        JsonFormat.Name(plan.State),
        plan.Reason,
        plan.WrittenBy.ToString(),
        InstantPattern.ExtendedIso.Format(plan.WrittenAt),
        plan.Agreement is { } agreed ? InstantPattern.ExtendedIso.Format(agreed.At) : null);
}

public sealed record PlanVersionListResponse(
    string EmployeeId, string From, IReadOnlyList<PlanVersionResponse> Versions)
{
    public static PlanVersionListResponse Of(IReadOnlyList<WorkPlan> versions) => new(
        versions[0].EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(versions[0].From),
        [.. versions.Select(PlanVersionResponse.Of)]);
}

/// <summary>
/// A plan of a year: until when it holds, which version counts, and its share of the year's time in percent.
/// </summary>
public sealed record PlanLineResponse(
    string From, string To, string DueOn, int Version, string State, int? AgreedVersion, decimal? SharePercent);

public sealed record PlanListResponse(string EmployeeId, string Year, IReadOnlyList<PlanLineResponse> Plans)
{
    public static PlanListResponse Of(YearOfPlans year) => new(
        year.EmployeeId.ToString(),
        year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [.. year.Plans.Select(p => new PlanLineResponse(
            LocalDatePattern.Iso.Format(p.Latest.From),
            LocalDatePattern.Iso.Format(p.To),
            LocalDatePattern.Iso.Format(p.DueOn),
            p.Latest.Version,
            JsonFormat.Name(p.Latest.State),
            p.AgreedVersion,
            p.ShareHundredths / 100m))]);
}
