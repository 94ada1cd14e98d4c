using Kinerja.Application;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host;

/// <summary>Which proofs of presence a person was asked for.</summary>
public sealed class SpotCheckFunctions(ReadSpotChecks spotChecks)
{
    [Function("GetSpotChecks")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/employees/{employee}/spot-checks")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = request.Caller().May(Scopes.PresenceRead)
            .Then(agency => EmployeeId.Parse(employee)
                .Then(person => DateOf(request.Query["date"])
                    .Then<(AgencyId Agency, EmployeeId Person, LocalDate Date)>(date => (agency, person, date))));
        var found = asked.TryGet(out var good, out var refusal)
            ? await spotChecks.ExecuteAsync(good.Agency, good.Person, good.Date, cancel)
            : refusal;
        return found.Answer(
            list => new SpotCheckListAnswer([.. list.Select(SpotCheckAnswer.Of)]), JsonFormat.Default.SpotCheckListAnswer);
    }

    private static Result<LocalDate> DateOf(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 0 and < 9999 } parsed
            ? parsed.Value
            : Refusal.Malformed("/date", "A date such as 2026-01-05 is expected.");
}
