// Package scale makes pictures smaller.
package scale

// Down samples a picture and returns a checksum of the result.
func Down(picture []byte) int {
	canvas := make([]byte, len(picture))
	sum := 0
	for i := 0; i < len(picture); i += 97 {
		canvas[i] = picture[i] / 2
		sum += int(canvas[i])
	}
	return sum
}
