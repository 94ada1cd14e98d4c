using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Tests.Intake.Pulls;

/// <summary>
/// Whatever goes wrong on the way, what is read is the whole register of one version, or nothing, or it has a faulty
/// row, by which nobody is missing.
/// </summary>
public sealed class RegisterReaderTests
{
    private static readonly RegisterSource Source = new(
        Some.AgencyId, new("https://simpeg.example.go.id/pegawai?x=1"), "token", 0, Some.Morning)
    {
        Actor = Some.Actor,
    };

    [Fact]
    public void What_is_read_is_a_whole_version_or_nothing() => Always.HoldsFor(
        random =>
        {
            var kinds = Enum.GetValues<FaultKind>();
            var faults = Enumerable.Range(0, random.Next(12))
                .Select(_ => random.Next(2) == 0 ? FaultKind.None : kinds[random.Next(kinds.Length)]).ToArray();
            var server = new FaultyServer(random.Next(12), random.Next(1, 5), faults);
            var reading = new RegisterReader(server).ReadAsync(Source, anew: true, default).GetAwaiter().GetResult();

            if (reading.Register is not { } whole)
            {
                Assert.True(reading.Fault is not null && faults.Any(f => f != FaultKind.None));
            }
            else if (whole.Faulty.Count == 0)
            {
                Assert.Equal(
                    server.IdsOf(reading.Tag!),
                    whole.People.Keys.Select(id => id.ToString()).Order(StringComparer.Ordinal));
            }
        },
        2000);

    [Fact]
    public async Task Without_faults_every_page_is_asked_for_once_with_its_cursor()
    {
        var server = new FaultyServer(5, 2, []);
        var reading = await new RegisterReader(server).ReadAsync(Source, anew: false, default);
        Assert.Equal(5, reading.Register!.People.Count);
        Assert.Equal(["?x=1", "?x=1&cursor=p%202", "?x=1&cursor=p%203"], server.Queries);
    }

    private enum FaultKind
    {
        None, Status500, Status429, NotFound, Truncated, LostRow, ExtraRow, FormerPage, NextVersion, NoTag, NotJson,
    }

    /// <summary>Gives so many people in pages; each request takes the next fault, and after them none.</summary>
    private sealed class FaultyServer(int people, int size, FaultKind[] faults) : IRegisterServer
    {
        private int _requests, _version;

        internal List<string> Queries { get; } = [];

        /// <summary>Version n has n people more.</summary>
        internal IEnumerable<string> IdsOf(string tag) =>
            Enumerable.Range(0, people + int.Parse(tag.Trim('"'))).Select(i => $"peg-{i:D4}");

        public Task<RegisterPage> GetAsync(RegisterCall call, CancellationToken cancel)
        {
            Queries.Add(call.Url.Query);
            var fault = _requests < faults.Length ? faults[_requests] : FaultKind.None;
            _requests++;
            _version += fault == FaultKind.NextVersion ? 1 : 0;
            var tag = $"\"{_version}\"";
            var number = call.Url.Query.Split("cursor=p%20") is [_, var text] ? int.Parse(text) : 1;
            number = fault == FaultKind.FormerPage && number > 1 ? number - 1 : number;
            var page = Page(IdsOf(tag).ToList(), number, fault);
            return Task.FromResult(fault switch
            {
                FaultKind.Status500 => new RegisterPage(500, null, null),
                FaultKind.Status429 => new RegisterPage(429, tag, null),
                FaultKind.NotFound => new RegisterPage(404, null, null),
                FaultKind.Truncated => new RegisterPage(200, tag, page.AsMemory(0, page.Length / 2)),
                FaultKind.NotJson => new RegisterPage(200, tag, Encoding.UTF8.GetBytes("<html>")),
                FaultKind.NoTag => new RegisterPage(200, null, page),
                _ => new RegisterPage(200, tag, page),
            });
        }

        private byte[] Page(List<string> ids, int number, FaultKind fault)
        {
            var rows = ids.Skip((number - 1) * size).Take(size).ToList();
            if (fault == FaultKind.LostRow && rows.Count > 0)
            {
                rows.RemoveAt(0);
            }

            if (fault == FaultKind.ExtraRow && rows.Count > 0)
            {
                rows.Add(rows[0]);
            }

            var page = new JsonObject
            {
                ["totals"] = new JsonObject { ["units"] = 0, ["employees"] = ids.Count },
                ["employees"] = new JsonArray([.. rows.Select(id => new JsonObject
                {
                    ["id"] = id,
                    ["unitId"] = "tu",
                    ["kind"] = "pns",
                })]),
            };
            if (number * size < ids.Count)
            {
                page["next"] = $"p {number + 1}";
            }

            return Encoding.UTF8.GetBytes(page.ToJsonString());
        }
    }
}
