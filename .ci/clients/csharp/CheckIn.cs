using Kinerja.Client;
using Kinerja.Client.Models;
using Microsoft.Kiota.Abstractions;

/// <summary>A check-in as an agency's app sends it; what is told of it has its kinds from the document.</summary>
internal static class SendCheckIn
{
    internal static async Task<bool> SendAsync(IRequestAdapter adapter, CheckIn checkIn)
    {
        try
        {
            var told = await new KinerjaClient(adapter).V1.CheckIns.PostAsync(checkIn);
            return told?.Placement == CheckInVerdict_placement.Inside;
        }
        catch (Problem problem) when (problem.Type == ProblemType.UrnKinerjaProblemReusedId)
        {
            return false;
        }
    }
}
