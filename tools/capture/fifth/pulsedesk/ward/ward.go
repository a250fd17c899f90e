// Package ward is a room with beds.
package ward

import (
	"strconv"
	"time"

	"git.wardroom.example/health/pulsedesk/pulse"
)

const beds = 9

// Ward has beds.
type Ward struct {
	timers [beds]*pulse.Timer
	beats  [beds]int
}

// New is the numbered ward.
func New(number int, book *pulse.Book) *Ward {
	w := &Ward{}
	for bed := range w.timers {
		w.timers[bed] = book.Timer("ward-" + strconv.Itoa(number) + "-bed-" + strconv.Itoa(bed))
	}
	return w
}

// Round looks at every bed.
func (w *Ward) Round(n int) {
	for bed, timer := range w.timers {
		start := time.Now()
		w.beats[bed] += 1 + n%2
		timer.Observe(w.beats[bed], time.Since(start))
	}
}
