import { describe, expect, it } from 'vitest';
import { HUES, LIGHT, mix } from '#artwork/hues';

const luminance = (hex: string): number => {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
};

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

describe('the hues', () => {
  for (const [name, { deep, main, light }] of Object.entries(HUES)) {
    it(`${name}: white text on deep, deep text on light and a lit level on its groove can be read`, () => {
      expect(contrast('#FFFFFF', deep)).toBeGreaterThanOrEqual(7);
      expect(contrast(deep, light)).toBeGreaterThanOrEqual(7);
      expect(contrast(LIGHT, deep)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#FFFFFF', main)).toBeGreaterThanOrEqual(3);
    });

    it(`${name}: a lit level stands out from an empty one without colour`, () => {
      expect(contrast(LIGHT, mix(deep, '#ffffff', 0.22))).toBeGreaterThanOrEqual(3);
    });
  }
});
