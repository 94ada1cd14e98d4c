using Kinerja.Application;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Kinerja.Host.FlexibleWork;

/// <summary>Who may work elsewhere on a date, and the days planned for it.</summary>
public sealed class FlexibleWorkFunctions(FlexibleFacts facts, PlanFlexibleDays plan)
{
    [Function("GetEligibility")]
    public async Task<IResult> EligibilityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/flexible-work/{date}")] HttpRequest request,
        string employee,
        string date,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, employee, date, Scopes.FlexibleRead);
        var read = asked.TryGet(out var good, out var refusal)
            ? await facts.ReadAsync(good.Agency, good.Employee, good.Date, cancel)
            : refusal;
        return read.Answer(EligibilityResponse.Of, JsonFormat.Default.EligibilityResponse);
    }

    [Function("PutFlexibleDay")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/flexible-days/{date}")] HttpRequest request,
        string employee,
        string date,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.FlexibleDayRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Asked.Read(request, employee, date, Scopes.FlexibleWrite);
        var place = asked.Then(_ => body).Then(b => b.Read());
        var planned = place.TryGet(out var fence, out var refusal)
            ? await plan.PutAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.Date, fence, cancel)
            : refusal;
        return planned.Answer(FlexibleDayResponse.Of, JsonFormat.Default.FlexibleDayResponse);
    }

    [Function("DeleteFlexibleDay")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/employees/{employee}/flexible-days/{date}")] HttpRequest request,
        string employee,
        string date,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, employee, date, Scopes.FlexibleWrite);
        var removed = asked.TryGet(out var good, out var refusal)
            ? await plan.RemoveAsync(good.Agency, good.Employee, good.Date, cancel)
            : refusal;
        return removed.TryGet(out _, out refusal) ? Results.NoContent() : HttpExchange.Refuse(refusal);
    }

    [Function("GetFlexibleDays")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/units/{unit}/flexible-days")] HttpRequest request,
        string agency,
        string unit,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.FlexibleRead)
            .Then(id => UnitId.Parse(unit, "/unitId")
                .Then(of => AskedDate.Parse(request.Query["from"], "/from")
                    .Then(from => AskedDate.Parse(request.Query["to"], "/to")
                        .Then<(AgencyId Agency, UnitId Unit, LocalDate From, LocalDate To)>(to => (id, of, from, to)))));
        var found = asked.TryGet(out var good, out var refusal)
            ? await plan.ListAsync(good.Agency, good.Unit, good.From, good.To, cancel)
            : refusal;
        return found.Answer(
            days => new FlexibleDayListResponse([.. days.Select(FlexibleDayResponse.Of)]),
            JsonFormat.Default.FlexibleDayListResponse);
    }

    private readonly record struct Asked(AgencyId Agency, EmployeeId Employee, LocalDate Date)
    {
        internal static Result<Asked> Read(HttpRequest request, string employee, string date, string scope) =>
            AskedEmployee.Read(request, employee, scope)
                .Then(who => AskedDate.Parse(date, "/date").Then<Asked>(day => new Asked(who.Agency, who.Employee, day)));
    }
}
