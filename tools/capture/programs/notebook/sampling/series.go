// Package sampling keeps measurements and their mean.
package sampling

// Point is one measurement.
type Point struct {
	Value float64
	At    int
}

// Series is a row of measurements.
type Series struct {
	points []Point
	sum    float64
}

// Add takes a measurement in.
func (s *Series) Add(value float64, at int) {
	s.points = append(s.points, Point{Value: value, At: at})
	s.sum += value
}
