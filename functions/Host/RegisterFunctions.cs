using Kinerja.Application;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host;

/// <summary>An agency's register: itself, its units, its people.</summary>
public sealed class RegisterFunctions(RegisterAgency agencies, UpsertWorkforce workforce)
{
    [Function("PutAgency")]
    public async Task<IResult> PutAgencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/agencies/{agency}")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.AgencyBody, HttpExchange.SmallBodyBytes, cancel);
        var asked = Allowed(request, agency).Then(id => body.Then(b => b.Read(id)));
        return asked.TryGet(out var good, out var refusal)
            ? new JsonAnswer<AgencyBody>(
                StatusCodes.Status200OK,
                AgencyBody.Of(await agencies.PutAsync(good, cancel)),
                JsonFormat.Default.AgencyBody)
            : HttpExchange.Refuse(refusal);
    }

    [Function("PutUnits")]
    public async Task<IResult> PutUnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/agencies/{agency}/units")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.UnitsBody, HttpExchange.BulkBodyBytes, cancel);
        var allowed = Allowed(request, agency);
        var units = allowed.Then(_ => body.Then(b => b.Read()));
        var written = units.TryGet(out var good, out var refusal)
            ? await workforce.PutUnitsAsync(allowed.Value, good, cancel)
            : refusal;
        return written.Answer(count => new UpsertAnswer(count), JsonFormat.Default.UpsertAnswer);
    }

    [Function("PutEmployees")]
    public async Task<IResult> PutEmployeesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/agencies/{agency}/employees")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.EmployeesBody, HttpExchange.BulkBodyBytes, cancel);
        var allowed = Allowed(request, agency);
        var people = allowed.Then(_ => body.Then(b => b.Read()));
        var written = people.TryGet(out var good, out var refusal)
            ? await workforce.PutEmployeesAsync(allowed.Value, good, cancel)
            : refusal;
        return written.Answer(count => new UpsertAnswer(count), JsonFormat.Default.UpsertAnswer);
    }

    private static Result<AgencyId> Allowed(HttpRequest request, string agency) =>
        AgencyId.Parse(agency).Then(id => request.Caller().May(Scopes.RegisterWrite, id, id));
}
