using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Exchange;

/// <summary>Final results on their way to SIASN, over the wire on both sides.</summary>
[Collection(nameof(LaterCloud))]
public sealed class SiasnSendingTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_final_quarter_is_sent_once_and_no_NIP_leaves_by_another_door()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        await agency.PutAccountAsync();
        await agency.FinalAsync();

        Assert.Equal("2 sent 0 there 0 refused 0 failed", await agency.DoneAsync());
        Assert.Equal(["1-2-2 2025:10-12"], server.Siasn.RecordsOf(SiasnAgency.Ani));
        Assert.Equal(["2-2-2 2025:10-12"], server.Siasn.RecordsOf(SiasnAgency.Budi));
        Assert.Equal(2, server.Siasn.Saves);

        var sending = (await agency.Api.GetAsync(agency.Sending)).Json!;
        var account = (await agency.Api.GetAsync(agency.Account)).Json!;
        var events = (await agency.Api.GetAsync(agency.Root + "/events")).Json!;
        var given = (await agency.Api.GetAsync(agency.Root + "/nip-resolutions")).Json!["resolutions"]!;
        foreach (var hidden in new[]
        {
            SiasnAgency.Ani, SiasnAgency.Budi, SiasnAgency.Head, SiasnServer.Secret, "sso-1", "Nama ",
        })
        {
            Assert.DoesNotContain(
                hidden, $"{sending}{account}{events}{given}", StringComparison.Ordinal);
        }

        var record = Assert.Single(given.AsArray())!;
        Assert.Equal(
            (SiasnAgency.Period, 1, 3), ((string?)record["period"], (int)record["revision"]!, (int)record["given"]!));
        Assert.Equal(["ani-1", "budi", "head-1"], record["employeeIds"]!.AsArray().Select(p => (string?)p).Order());

        // Once more by the agency's word: whoever is there costs no call.
        var calls = server.Siasn.Calls.Count;
        Assert.Equal(202, (await agency.Api.SendAsync(HttpMethod.Post, agency.Sending + "/sendings", null)).Status);
        await StoredRows.SettleAsync(cloud, agency.Root.Split('/')[^1]);
        Assert.Equal(calls, server.Siasn.Calls.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_turned_on_and_then_by_the_agencys_word()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        var post = agency.Sending + "/sendings";
        await Refused.PostAsync(agency.Api, post, "", 404, "unknown-siasn-account");
        await Refused.GetAsync(agency.Api, agency.Sending, 404, "unknown-run");
        await agency.PutAccountAsync(enabled: false);
        await Refused.PostAsync(agency.Api, post, "", 409, "siasn-off");
        await agency.FinalAsync();
        await agency.PutAccountAsync();
        await Refused.PostAsync(agency.Api, $"{agency.Account}/2025-12/sendings", "", 409, "siasn-off");
        await Refused.PostAsync(agency.Api, $"{agency.Account}/2025/sendings", "", 404, "unknown-run");
        var before = (await agency.Api.GetAsync(agency.Sending)).Json!;
        Assert.Equal((null, false), ((int?)before["revision"], (bool)before["done"]!));
        Assert.Empty(server.Siasn.Calls);

        Assert.Equal(202, (await agency.Api.SendAsync(HttpMethod.Post, post, null)).Status);
        Assert.Equal("2 sent 0 there 0 refused 0 failed", await agency.DoneAsync());
    }

    [Fact]
    public async Task What_stands_there_already_is_left_and_what_says_otherwise_is_put_right_under_its_id()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.Siasn.Keep(SiasnAgency.Ani, "kinerjaperiodik/save", Periodic(1, 2, 2));
        server.Siasn.Keep(SiasnAgency.Budi, "kinerjaperiodik/save", Periodic(3, 3, 5));
        await agency.PutAccountAsync();
        await agency.FinalAsync();
        Assert.Equal("1 sent 1 there 0 refused 0 failed", await agency.DoneAsync());
        Assert.Equal(["2-2-2 2025:10-12"], server.Siasn.RecordsOf(SiasnAgency.Budi));
        Assert.Equal(1, server.Siasn.Saves);
    }

    [Fact]
    public async Task A_result_that_was_opened_again_sends_whom_it_changed()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        await agency.PutAsync(
            $"{agency.Root}/policies/objection/2025-10-01", """{"reopening":{"deciderIds":["head-1"]}}""");
        await agency.PutAccountAsync();
        await agency.FinalAsync();
        await agency.DoneAsync();

        var opened = await agency.Api.PostAsync(
            agency.Run + "/reopenings", """{"reopenedById":"head-1","reason":"Putusan banding."}""");
        Assert.Equal(200, opened.Status);
        await Refused.PostAsync(agency.Api, agency.Sending + "/sendings", "", 409, "result-not-final");
        await using (await LaterApp.OpenAsync(cloud, CloudFixture.Monday))
        {
            await agency.RateAsync("budi", "above", "Putusan banding.");
            await WaitedRun.ReachedAsync(agency.Api, agency.Run, 2);
        }

        await agency.EndAsync();
        await agency.UntilAsync(sending => (int?)sending["revision"] == 2 && (bool)sending["done"]!);
        Assert.Equal(3, server.Siasn.Saves);
        Assert.Equal(["1-2-2 2025:10-12"], server.Siasn.RecordsOf(SiasnAgency.Budi));
        Assert.Equal(["1-2-2 2025:10-12"], server.Siasn.RecordsOf(SiasnAgency.Ani));
    }

    private static JsonObject Periodic(int result, int behaviour, int predicate) => new()
    {
        ["koefisienId"] = "koefisien-1",
        ["periodikId"] = "2",
        ["bulanMulaiPenilaian"] = "10",
        ["bulanSelesaiPenilaian"] = "12",
        ["tahunMulaiPenilaian"] = 2025,
        ["tahunSelesaiPenilaian"] = 2025,
        ["penilaiJabatanNama"] = "Kepala",
        ["tahun"] = 2025,
        ["hasilKinerjaNilai"] = result,
        ["perilakuKerjaNilai"] = behaviour,
        ["kuadranKinerjaNilai"] = predicate,
        ["penilaiNama"] = "Nama",
        ["penilaiNipNrp"] = SiasnAgency.Head,
        ["penilaiUnorNama"] = "TU",
        ["penilaiGolongan"] = "41",
        ["statusPenilai"] = "ASN",
    };
}
