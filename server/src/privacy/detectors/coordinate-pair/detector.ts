import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'coordinate-pair',
  title: 'coordinates of a place',
  category: 'user.location.precise',
  role: 'quasi-identifier',
  basis: 'shape',
  most: 'medium',
  among: 'people',
  length: [7, 64],
  accepts: plain => {
    const [, east, north] = POINT.exec(plain) ?? [];
    const [, first, , second] = PAIR.exec(plain) ?? [];
    const [latitude, longitude] = [Number(north ?? first ?? NaN), Number(east ?? second ?? NaN)];
    return (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (first !== undefined && Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180);
  },
  chance: 0.01,
  nameHints: [
    'location', 'coordinates', 'coordinate', 'coords', 'gps', 'latlng', 'lat lng', 'latlon', 'lat lon', 'geolocation', 'geo', 'point',
    'position', 'home', '坐标', '经纬度', '位置', '定位',
  ],
});

/** Well-known text has the longitude first. */
const POINT = /^(?:SRID=\d+;)?POINT ?(?:Z ?)?\( ?(-?\d{1,3}\.\d{3,}) (-?\d{1,2}\.\d{3,})(?: -?[\d.]+)? ?\)$/;
const PAIR = /^[[(]? ?(-?\d{1,3}\.\d{3,})(?:° ?[NS])?( ?[,;] ?| )(-?\d{1,3}\.\d{3,})(?:° ?[EW])? ?[\])]?$/;
