using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Objections;

/// <summary>Objections to a period's result: filed by the person, both sides heard, decided by the rater's superior.</summary>
public sealed class ObjectionFunctions(FileObjection file, KeepObjections keep)
{
    /// <summary>One look; what is left comes once these are decided.</summary>
    private const int MostListed = 500;

    [Function("PostObjection")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ObjectionRequest, HttpExchange.SmallBodyBytes, cancel);
        var claim = AskedPeriod.Read(request, employee, period, Scopes.ObjectionsWrite)
            .Then(asked => body.Then(b => b.Read(asked.Agency, asked.Period, asked.Employee)));
        var filed = claim.TryGet(out var good, out var refusal) ? await file.ExecuteAsync(good, cancel) : refusal;
        return filed.Answer(
            f => ObjectionResponse.Of(f.Objection, f.Replayed),
            JsonFormat.Default.ObjectionResponse,
            f => f.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    [Function("GetObjection")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/objections/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel) =>
        Answer(AskedPeriod.Read(request, employee, period, Scopes.ObjectionsRead).TryGet(out var good, out var refusal)
            ? await keep.FindAsync(good.Agency, good.Period, good.Employee, cancel)
            : refusal);

    [Function("PostObjectionStatement")]
    public async Task<IResult> HearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/statements")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.StatementRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedPeriod.Read(request, employee, period, Scopes.ObjectionsWrite);
        var statement = asked.Then(_ => body.Then(b => b.Read()));
        return Answer(statement.TryGet(out var good, out var refusal)
            ? await keep.HearAsync(asked.Value.Agency, asked.Value.Period, asked.Value.Employee, good, cancel)
            : refusal);
    }

    [Function("PostObjectionDecision")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/decision")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RulingRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedPeriod.Read(request, employee, period, Scopes.ObjectionsDecide);
        var ruling = asked.Then(_ => body.Then(b => b.Read()));
        return Answer(ruling.TryGet(out var good, out var refusal)
            ? await keep.DecideAsync(asked.Value.Agency, asked.Value.Period, asked.Value.Employee, good, cancel)
            : refusal);
    }

    [Function("PostObjectionWithdrawal")]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/withdrawal")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel) =>
        Answer(AskedPeriod.Read(request, employee, period, Scopes.ObjectionsWrite).TryGet(out var good, out var refusal)
            ? await keep.WithdrawAsync(good.Agency, good.Period, good.Employee, cancel)
            : refusal);

    /// <summary>All of a period, or what waits for one superior.</summary>
    [Function("GetObjections")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/objections/{period}")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.ObjectionsRead);
        var of = asked.Then(_ => AppraisalPeriod.Parse(period));
        var superior = of.Then(_ => SuperiorOf(request.Query["superiorId"]));
        var found = superior.TryGet(out var good, out var refusal)
            ? await keep.ListAsync(asked.Value, of.Value, good.Id, MostListed, cancel)
            : refusal;
        return found.Answer(ObjectionListResponse.Of, JsonFormat.Default.ObjectionListResponse);
    }

    private static Result<Superior> SuperiorOf(string? text) =>
        text is null ? new Superior(null) : EmployeeId.Parse(text, "/superiorId").Then<Superior>(id => new Superior(id));

    private static IResult Answer(Result<Objection> result) =>
        result.Answer(o => ObjectionResponse.Of(o, replayed: false), JsonFormat.Default.ObjectionResponse);

    private readonly record struct Superior(EmployeeId? Id);
}
