// Package studio takes pictures.
package studio

import (
	"fmt"

	"go.glasseye.example/lens/glasseye/device"
)

// Studio counts its pictures.
type Studio struct{ taken int }

// New has taken none.
func New() *Studio { return &Studio{} }

// Take takes a picture and returns its brightness.
func (s *Studio) Take(number int) (int, error) {
	camera := device.Open()
	focus := 0
	camera.Do(func([]byte) { focus = number * 37 % 100 })
	if focus < 30 {
		return 0, fmt.Errorf("picture %d is out of focus: %d", number, focus)
	}
	defer camera.Close()
	brightness := 0
	camera.Do(func(frame []byte) {
		for i := range frame {
			frame[i] = byte(number + i)
			brightness += int(frame[i])
		}
	})
	s.taken++
	return brightness, nil
}
