using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;

namespace Kinerja.Application.Calendars;

/// <summary>A turn of duty; an end that is not after its start lies on the next date.</summary>
public sealed record ShiftRequest(string? Id, string? Start, string? End, int? BreakMinutes);

/// <summary>People who take the same shifts in turn from a date on; <c>off</c> in the cycle is a day off.</summary>
public sealed record RotationRequest(IReadOnlyList<string?>? Employees, string? From, IReadOnlyList<string?>? Cycle);

/// <summary>One person's shift, or <c>off</c>, on one date.</summary>
public sealed record RosterChangeRequest(string? EmployeeId, string? Date, string? Shift);

/// <summary>A roster: its shifts by id, rotations and changes that name them.</summary>
internal static class RosterReader
{
    private const string Off = "off";

    internal static Result<Roster> Read(HoursRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var shifts = fields.Each("shifts", body.Shifts, 50, ReadShift);
        if (shifts.CountBy(s => s.Id).Any(s => s.Value > 1))
        {
            fields.Add("shifts", "Two shifts have the same id.");
        }

        var byId = shifts.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        var rotations = fields.Each("rotations", body.Rotations, 500, (one, at) => ReadRotation(one, byId, at));
        var changes = fields.Each("changes", body.Changes, 5000, (one, at) => ReadChange(one, byId, at));
        if (changes.CountBy(c => (c.EmployeeId, c.Date)).Any(c => c.Value > 1))
        {
            fields.Add("changes", "A person has two changes for the same date.");
        }

        return fields.Finish(() => new Roster(rotations, changes));
    }

    private static Result<Shift> ReadShift(ShiftRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Text("id", body.Id, 30);
        if (id == Off)
        {
            fields.Add("id", "This word stands for a day off.");
        }

        var hours = WeekReader.Hours(fields, body.Start, body.End, body.BreakMinutes);
        return fields.Finish(() => new Shift(id!, hours!.Value));
    }

    private static Result<Rotation> ReadRotation(RotationRequest body, Dictionary<string, Shift> shifts, string prefix)
    {
        var fields = new FieldReader(prefix);
        var people = (body.Employees ?? [])
            .Select((id, i) => fields.Take($"employees/{i}", p => EmployeeId.Parse(id, p))).ToList();
        if (people.Count is 0 or > 1000)
        {
            fields.Add("employees", "A list of 1 to 1000 people is expected.");
        }

        var from = fields.Day("from", body.From);
        var cycle = (body.Cycle ?? []).Select((id, i) => Turn(fields, $"cycle/{i}", id, shifts)).ToList();
        if (cycle.Count is 0 or > 100)
        {
            fields.Add("cycle", "A list of 1 to 100 shifts is expected.");
        }

        return fields.Finish(() => new Rotation([.. people.OfType<EmployeeId>()], from!.Value, cycle));
    }

    private static Result<RosterChange> ReadChange(
        RosterChangeRequest body, Dictionary<string, Shift> shifts, string prefix)
    {
        var fields = new FieldReader(prefix);
        var person = fields.Take("employeeId", p => EmployeeId.Parse(body.EmployeeId, p));
        var date = fields.Day("date", body.Date);
        var shift = Turn(fields, "shift", body.Shift, shifts);
        return fields.Finish(() => new RosterChange(person!.Value, date!.Value, shift));
    }

    private static Shift? Turn(FieldReader fields, string field, string? id, Dictionary<string, Shift> shifts)
    {
        if (id is not null && shifts.TryGetValue(id, out var shift))
        {
            return shift;
        }

        if (id != Off)
        {
            fields.Add(field, "The id of a shift of this document, or off, is expected.");
        }

        return null;
    }
}
