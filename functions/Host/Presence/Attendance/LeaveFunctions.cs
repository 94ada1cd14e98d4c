using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Leave, taken over from the agency's own system.</summary>
public sealed class LeaveFunctions(ImportLeave import, KeepLeave keep)
{
    [Function("PutLeave")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/leave")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.LeaveImportRequest, HttpExchange.BulkBodyBytes, cancel);
        var indonesian = HttpExchange.PrefersIndonesian(request);
        var allowed = AskedAgency.Read(request, agency, Scopes.LeaveWrite);
        var items = allowed.Then(_ => body);
        var answer = items.TryGet(out var good, out var refusal)
            ? await import.ExecuteAsync(allowed.Value, good, indonesian, cancel)
            : refusal;
        return answer.Answer(a => a, JsonFormat.Default.LeaveImportResponse, _ => StatusCodes.Status207MultiStatus);
    }

    [Function("GetLeave")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/leave")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.LeaveRead);
        var year = asked.Then(_ => AskedYear.Parse(request.Query["year"]));
        var found = year.TryGet(out var good, out var refusal)
            ? await keep.YearAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(
            entries => new LeaveListResponse([.. entries.Select(LeaveResponse.Of)]), JsonFormat.Default.LeaveListResponse);
    }
}
