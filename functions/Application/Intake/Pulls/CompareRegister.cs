using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>What a reading found, and the id that comes of it.</summary>
public sealed record RegisterComparison(string Id, PullCounts Counts, IReadOnlyList<RegisterChange> Changes);

/// <summary>
/// Holds a register that was read whole against the agency's register here. What is missing there is named only when no
/// row was faulty: whose a faulty row is, is not known.
/// </summary>
public sealed class CompareRegister(IWorkforce workforce, IIdentities identities, NipLookupKey key)
{
    private const int MostReadsAtOnce = 32;
    private const int IdLetters = 32;

    public async Task<RegisterComparison> ExecuteAsync(
        AgencyId agency, GivenRegister given, LocalDate today, CancellationToken cancel)
    {
        var found = new List<Found>();
        await AddUnitsAsync(found, agency, given, today, cancel);
        await AddPeopleAsync(found, agency, given, today, cancel);
        found.AddRange(given.Faulty.Select(FaultOf));
        var changes = found.Select(f => f.Change).ToList();
        var counts = new PullCounts(
            given.UnitRows,
            given.EmployeeRows,
            changes.Count(c => c.IsWritten),
            changes.Count(c => c.Kind == RegisterChangeKind.Missing),
            given.Faulty.Count);
        return new(IdOf(found), counts, changes);
    }

    private async Task AddUnitsAsync(
        List<Found> found, AgencyId agency, GivenRegister given, LocalDate today, CancellationToken cancel)
    {
        var known = await workforce.ListUnitsAsync(agency, cancel).ToDictionaryAsync(u => u.Id(), null, cancel);
        foreach (var (id, rows) in given.Units)
        {
            var held = known.GetValueOrDefault(id);
            var next = rows.Entries.Next(held, today);
            if (next.Equals(held))
            {
                continue;
            }

            var day = held?.FirstDifference(next);
            var shown = ShownOn(day, today);
            var said = next.Entries.Select(e => $"{Text(e.From)} {JsonOf(new UnitResponse(e.Value))}");
            found.Add(new(
                Of(RegisterPart.Unit, id.ToString(), held is null, day, rows.Json) with
                {
                    Members = MemberChanges.Between(
                        held is null ? null : JsonOf(new UnitResponse(held.On(shown))),
                        JsonOf(new UnitResponse(next.On(shown)))),
                    Tag = held is null ? null : (await workforce.FindUnitAsync(agency, id, cancel))?.Tag,
                },
                string.Join('\n', said)));
        }

        AddMissing(
            found, given, RegisterPart.Unit,
            known.Where(u => u.Value.On(today).Active && !given.Units.ContainsKey(u.Key))
                .Select(u => u.Key.ToString()));
    }

    private async Task AddPeopleAsync(
        List<Found> found, AgencyId agency, GivenRegister given, LocalDate today, CancellationToken cancel)
    {
        var known = await workforce.ListEmployeesAsync(agency, HashRange.All, cancel)
            .ToDictionaryAsync(e => e.Id, null, cancel);
        var unnamed = await UnnamedAsync(agency, given, cancel);
        foreach (var (id, rows) in given.People)
        {
            var held = known.GetValueOrDefault(id);
            var next = EmployeeEntry.Next(held, rows.Entries, today);
            var differs = !next.Equals(held);
            if (!differs && !unnamed.Contains(id))
            {
                continue;
            }

            var day = differs ? RegisterRules.FirstChange(held, next) : (LocalDate?)null;
            var shown = ShownOn(day, today);
            var members = MemberChanges.Between(
                held is null ? null : JsonOf(new EmployeeResponse(held.On(shown))),
                JsonOf(new EmployeeResponse(next.On(shown))));
            var nips = rows.Entries.Select(e => e.Nip is { } nip ? key.HashOf(nip).Text : "-");
            found.Add(new(
                Of(RegisterPart.Employee, id.ToString(), held is null, day, rows.Json) with
                {
                    Members = unnamed.Contains(id) ? [.. members, MemberChanges.OfNip] : members,
                    Tag = held is null ? null : (await workforce.FindEmployeeAsync(agency, id, cancel))?.Tag,
                },
                Encoding.UTF8.GetString(StoredEmployment.Write(next)) + string.Join(' ', nips)));
        }

        AddMissing(
            found, given, RegisterPart.Employee,
            known.Values.Where(e => e.On(today).Active && !given.People.ContainsKey(e.Id))
                .Select(e => e.Id.ToString()));
    }

    /// <summary>Those who are given with a NIP that is not known as theirs.</summary>
    private async Task<HashSet<EmployeeId>> UnnamedAsync(
        AgencyId agency, GivenRegister given, CancellationToken cancel)
    {
        var unnamed = new HashSet<EmployeeId>();
        var named = given.People.SelectMany(p => p.Value.Entries)
            .Where(e => e.Nip is not null).Select(e => (e.Employee.Id, Hash: key.HashOf(e.Nip!.Value))).Distinct();
        foreach (var some in named.Chunk(MostReadsAtOnce))
        {
            var owners = await Task.WhenAll(some.Select(n => identities.FindAsync(agency, n.Hash, cancel)));
            unnamed.UnionWith(some.Zip(owners).Where(n => n.Second != n.First.Id).Select(n => n.First.Id));
        }

        return unnamed;
    }

    private static void AddMissing(
        List<Found> found, GivenRegister given, RegisterPart part, IEnumerable<string> missing)
    {
        if (given.Faulty.Count == 0)
        {
            found.AddRange(missing.Select(id => new Found(
                new(KeyOf(part, id), part, id, RegisterChangeKind.Missing), "")));
        }
    }

    private static Found FaultOf(FaultyRow row, int number) => new(
        new(
            string.Create(CultureInfo.InvariantCulture, $"3_{number:D6}"),
            row.Place.IsUnit ? RegisterPart.Unit : RegisterPart.Employee, null, RegisterChangeKind.Faulty)
        {
            Faults = [.. row.Faults.Select(f => f with { Pointer = $"/pages/{row.Place.Page}{f.Pointer}" })],
        },
        "");

    private static RegisterChange Of(RegisterPart part, string id, bool isNew, LocalDate? from, string rows) =>
        new(KeyOf(part, id), part, id, isNew ? RegisterChangeKind.New : RegisterChangeKind.Changed)
        {
            From = from == History<Employee>.Beginning ? null : from,
            Rows = rows,
        };

    private static string KeyOf(RegisterPart part, string id) => part == RegisterPart.Unit ? $"1_{id}" : $"2_{id}";

    /// <summary>What is so ever since is shown as it is today.</summary>
    private static LocalDate ShownOn(LocalDate? day, LocalDate today) =>
        day is { } first && first > History<Employee>.Beginning ? first : today;

    private static JsonElement JsonOf(UnitResponse unit) =>
        JsonSerializer.SerializeToElement(unit, JsonFormat.Default.UnitResponse);

    private static JsonElement JsonOf(EmployeeResponse person) =>
        JsonSerializer.SerializeToElement(person, JsonFormat.Default.EmployeeResponse);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string IdOf(IEnumerable<Found> found)
    {
        var said = new StringBuilder();
        foreach (var (change, content) in found.OrderBy(f => f.Change.Key, StringComparer.Ordinal))
        {
            said.Append(change.Key).Append('\n').Append(JsonFormat.Name(change.Kind)).Append('\n')
                .Append(change.Tag).Append('\n').Append(content).Append('\n')
                .AppendJoin('\n', change.Faults.Select(f => f.Pointer)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..IdLetters];
    }

    /// <summary>A change, and all that is said in it; a NIP stands there by its keyed hash alone.</summary>
    private readonly record struct Found(RegisterChange Change, string Content);
}
