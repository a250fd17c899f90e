// Package surface is what pictures are drawn on.
package surface

import "runtime"

// Surface is a rectangle of pixels.
type Surface struct {
	width  int
	pixels []uint32
}

var freed = make(chan int, 8) // sizes of released surfaces, read by the statistics page

// New returns a blank surface.
func New(width, height int) *Surface {
	s := &Surface{width: width, pixels: make([]uint32, width*height)}
	runtime.SetFinalizer(s, release)
	return s
}

func release(s *Surface) { freed <- len(s.pixels) }

// Draw fills the surface.
func (s *Surface) Draw(n int) {
	for i := range s.pixels {
		s.pixels[i] = uint32(n * i)
	}
}
