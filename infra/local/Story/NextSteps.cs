using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>Three lines that work while the local cloud is up.</summary>
internal static class NextSteps
{
    internal static void Print(IAnsiConsole console, Uri app, Uri issuer)
    {
        var token = $"$(curl -s '{issuer}token?agency={Sample}')";
        console.WriteLine();
        console.Write(new Rule("Try next, in another terminal").LeftJustified());
        Line($"curl -s -H \"Authorization: Bearer {token}\" {app}api/v1/agencies/{Sample}/runs/2026-Q1");
        Line($"curl -s -H \"Authorization: Bearer {token}\" {app}api/v1/agencies/{Sample}/runs/2026-Q1/ranking/manifest");
        Line($"curl -s -H \"Authorization: Bearer {token}\" {app}api/v1/agencies/{Sample}/geofences/{SampleFence}");

        // Profile width would wrap them; people copy these.
        void Line(string text) => console.Profile.Out.Writer.WriteLine(text);
    }

    private const string Sample = "arsip-jabar";
    private const string SampleFence = "kantor-utama";
}
