// Package lane is a lane before the toll.
package lane

type car struct {
	plate int
	scan  [1200]byte
}

// Lane is a row of cars.
type Lane struct {
	cars []*car
	paid int
}

// Arrive puts a car at the end.
func (l *Lane) Arrive(plate int) { l.cars = append(l.cars, &car{plate: plate}) }

// Pay lets cars go from the front until at most keep wait.
func (l *Lane) Pay(keep int) {
	for len(l.cars) > keep {
		l.paid++
		l.cars[0] = nil
		l.cars = l.cars[1:]
	}
}
