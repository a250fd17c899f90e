// Package fare works out what a journey costs.
package fare

import "strconv"

// WorkOut returns the fare of a route as text with its grounds.
func WorkOut(route uint64) []byte {
	text := make([]byte, 0, 6<<10)
	for stage := uint64(0); len(text) < 2500+int(route%3000); stage++ {
		text = append(text, "stage "...)
		text = strconv.AppendUint(text, stage, 10)
		text = append(text, " at "...)
		text = strconv.AppendUint(text, route*(stage+3)%997, 10)
		text = append(text, '\n')
	}
	return text
}
