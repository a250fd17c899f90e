// Package raster draws.
package raster

type layer struct{ pixels []uint16 }

// Canvas shows the newest frame.
type Canvas struct {
	width, height int
	shown         *layer
}

// NewCanvas has this size.
func NewCanvas(width, height int) *Canvas { return &Canvas{width: width, height: height} }

// Draw blends three fresh layers and shows the result.
func (c *Canvas) Draw(n int) {
	result := c.layer()
	for depth := range 3 {
		l := c.layer()
		l.pixels[n%len(l.pixels)] = uint16(depth)
		result.pixels[n%len(result.pixels)] += l.pixels[n%len(l.pixels)]
	}
	c.shown = result
}

func (c *Canvas) layer() *layer { return &layer{pixels: make([]uint16, c.width*c.height)} }
