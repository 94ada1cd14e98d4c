namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>
/// The oracle of distance: Vincenty's inverse formula on the WGS 84 ellipsoid (Survey Review 23, 1975), good to a
/// fraction of a millimetre for points that are not nearly antipodal.
/// </summary>
internal static class Vincenty
{
    private const double A = 6378137.0;
    private const double F = 1 / 298.257223563;
    private const double B = A * (1 - F);

    internal static double Metres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var u1 = Math.Atan((1 - F) * Math.Tan(latitude1 * Math.PI / 180));
        var u2 = Math.Atan((1 - F) * Math.Tan(latitude2 * Math.PI / 180));
        var (sinU1, cosU1) = Math.SinCos(u1);
        var (sinU2, cosU2) = Math.SinCos(u2);
        var l = (longitude2 - longitude1) * Math.PI / 180;
        var lambda = l;
        for (var i = 0; i < 100; i++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var across = cosU2 * sinLambda;
            var along = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            var sinSigma = Math.Sqrt((across * across) + (along * along));
            if (sinSigma == 0)
            {
                return 0;
            }

            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - (sinAlpha * sinAlpha);
            var cos2M = cos2Alpha == 0 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cos2Alpha);
            var c = F / 16 * cos2Alpha * (4 + (F * (4 - (3 * cos2Alpha))));
            var before = lambda;
            lambda = l + ((1 - c) * F * sinAlpha
                * (sigma + (c * sinSigma * (cos2M + (c * cosSigma * (-1 + (2 * cos2M * cos2M)))))));
            if (Math.Abs(lambda - before) < 1e-13)
            {
                var square = cos2Alpha * ((A * A) - (B * B)) / (B * B);
                var a = 1 + (square / 16384 * (4096 + (square * (-768 + (square * (320 - (175 * square)))))));
                var b = square / 1024 * (256 + (square * (-128 + (square * (74 - (47 * square))))));
                var delta = b * sinSigma * (cos2M + (b / 4 * ((cosSigma * (-1 + (2 * cos2M * cos2M)))
                    - (b / 6 * cos2M * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cos2M * cos2M))))));
                return B * a * (sigma - delta);
            }
        }

        throw new InvalidOperationException("No convergence: nearly antipodal points.");
    }
}
