using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime;
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

public sealed record PlanAgreementResponse(EmployeeId ById, Instant At, string? Words);

public readonly struct WorkPlanResponse(WorkPlan plan)
{
    public EmployeeId EmployeeId => plan.EmployeeId;
    public LocalDate From => plan.From;
    public int Version => plan.Version;
    public WorkPlanState State => plan.State;
    public EmployeeId? RaterId => plan.RaterId;
    public PlanContentResponse Plan => new(plan.Content);
    public string? Reason => plan.Reason;
    public EmployeeId WrittenById => plan.WrittenBy;
    public Instant WrittenAt => plan.WrittenAt;
    public PlanAgreementResponse? Agreement =>
        plan.Agreement is { } agreed ? new PlanAgreementResponse(agreed.By, agreed.At, agreed.Words) : null;

    public static WorkPlanResponse Of(WorkPlan plan) => new(plan);
}

/// <summary>One version in a list, with why it came about.</summary>
public readonly struct PlanVersionResponse(WorkPlan plan)
{
    public int Version => plan.Version;
    public WorkPlanState State => plan.State;
    public string? Reason => plan.Reason;
    public EmployeeId WrittenById => plan.WrittenBy;
    public Instant WrittenAt => plan.WrittenAt;
    public Instant? AgreedAt => plan.Agreement?.At;
}

public readonly struct PlanVersionListResponse(IReadOnlyList<WorkPlan> versions)
{
    public EmployeeId EmployeeId => versions[0].EmployeeId;
    public LocalDate From => versions[0].From;
    public IReadOnlyList<PlanVersionResponse> Versions => [.. versions.Select(one => new PlanVersionResponse(one))];

    public static PlanVersionListResponse Of(IReadOnlyList<WorkPlan> versions) => new(versions);
}

/// <summary>
/// A plan of a year: until when it holds, which version counts, and its share of the year's time in percent.
/// </summary>
public sealed record PlanLineResponse(
    LocalDate From, LocalDate To, LocalDate DueOn, int Version, WorkPlanState State, int? AgreedVersion,
    decimal? SharePercent);

public readonly struct PlanListResponse(YearOfPlans year)
{
    public EmployeeId EmployeeId => year.EmployeeId;
    public string Year => year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    public IReadOnlyList<PlanLineResponse> Plans => [.. year.Plans.Select(p => new PlanLineResponse(
        p.Latest.From, p.To, p.DueOn, p.Latest.Version, p.Latest.State, p.AgreedVersion,
        p.ShareHundredths / 100m))];

    public static PlanListResponse Of(YearOfPlans year) => new(year);
}
