using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>What follows from one person's predicate: statements, which people act on.</summary>
public sealed class FollowUpFunctions(ReadFollowUp read)
{
    [Function("GetCreditPoints")]
    public async Task<IResult> CreditsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/credit-points/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedPeriod.Read(request, employee, period, Scopes.FollowUpRead)
            .Then(a => Level(request.Query["level"])
                .Then(level => Months(request.Query["months"], a.Period)
                    .Then<(AskedPeriod On, FunctionalLevel Level, int Months)>(months => (a, level, months))));
        var stated = asked.TryGet(out var good, out var refusal)
            ? await read.CreditsAsync(good.On.Agency, good.On.Employee, good.On.Period, good.Level, good.Months, cancel)
            : refusal;
        return stated.Answer(CreditPointsResponse.Of, JsonFormat.Default.CreditPointsResponse);
    }

    /// <summary>Nothing is stored: the agency's own assessment comes in, the box goes out.</summary>
    [Function("PostTalentBox")]
    public async Task<IResult> TalentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/talent-box/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.TalentRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedPeriod.Read(request, employee, period, Scopes.FollowUpRead);
        var scores = asked.Then(_ => body).Then(b => b.Read());
        var stated = scores.TryGet(out var good, out var refusal)
            ? await read.TalentAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.Period, good, cancel)
            : refusal;
        return stated.Answer(TalentResponse.Of, JsonFormat.Default.TalentResponse);
    }

    [Function("GetAllowanceFactor")]
    public async Task<IResult> AllowanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/allowance-factor/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedPeriod.Read(request, employee, period, Scopes.FollowUpRead);
        var stated = asked.TryGet(out var good, out var refusal)
            ? await read.AllowanceAsync(good.Agency, good.Employee, good.Period, cancel)
            : refusal;
        return stated.Answer(AllowanceResponse.Of, JsonFormat.Default.AllowanceResponse);
    }

    private static Result<FunctionalLevel> Level(string? text) => Enum.GetValues<FunctionalLevel>()
        .Where(level => JsonFormat.Name(level) == text).Select(level => (Result<FunctionalLevel>)level)
        .DefaultIfEmpty(Refusal.Malformed(
            "/level", $"One of {string.Join(", ", Enum.GetValues<FunctionalLevel>().Select(JsonFormat.Name))} is expected."))
        .First();

    /// <summary>All of the period when nothing is said, and no more than it has.</summary>
    private static Result<int> Months(string? text, AppraisalPeriod period)
    {
        var most = period.Months.Count;
        return text is null
            ? most
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months >= 1 && months <= most
                ? months
                : Refusal.Malformed("/months", $"Months of the period, 1 to {most}, are expected.");
    }
}
