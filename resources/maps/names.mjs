// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Street names of the made-up town, each given once.
const words = `Acorn Alder Almond Amber Apple Arbor Ash Aspen Aster Autumn Barley Basin Bay Beacon Beech Bell Birch Blossom
Bluebird Bramble Brick Briar Brook Buckeye Butternut Canal Candle Cardinal Carriage Cedar Chandler Cherry Chestnut Clay
Clover Cobble Cooper Copper Coral Corn Cotton Cove Crane Creek Crest Cypress Daisy Dale Deer Dogwood Dove Dune Eagle Elder
Elm Ember Evergreen Falcon Farm Feather Fern Ferry Field Finch Fir Flint Forge Fountain Fox Garden Garnet Ginger Glade Glen
Gold Granite Grove Harbor Harrow Harvest Hawk Hazel Heather Hedge Heron Hickory Hill Holly Honey Hop Iris Iron Ivy Jasper
Juniper Kestrel Kiln Lake Lantern Larch Laurel Lavender Lilac Lime Linden Locust Lotus Magnolia Maple Marble Marsh Meadow
Mill Mint Moss Mulberry Myrtle Nettle Nut Oak Olive Onyx Orchard Oriole Osier Owl Pasture Peach Pear Pearl Pebble Pecan Pepper
Persimmon Pewter Pheasant Pine Plum Pond Poplar Poppy Prairie Quail Quarry Quartz Quince Raven Redwood Reed Ridge Robin Rose
Rowan Ruby Rush Rye Sable Saddle Sage Sand Sassafras Shell Shepherd Silver Slate Sparrow Spring Spruce Starling Stone Summer
Sumac Swan Swallow Sycamore Tallow Tanager Thistle Thorn Thrush Thyme Timber Topaz Tulip Turtle Valley Verbena Vine Violet
Walnut Water Weaver Wheat Willow Winter Wood Wren Yarrow Yew Zinnia`.split(/\s+/);

const longKinds = ['Street', 'Street', 'Avenue', 'Road', 'Street', 'Drive'];
const shortKinds = ['Lane', 'Court', 'Way', 'Place', 'Street', 'Terrace'];

export function streetNames(random) {
    const left = (kinds, shift) => words.map((word, i) => `${word} ${kinds[(i + shift) % kinds.length]}`);
    const shuffled = (list) => list.map((each) => [random(), each]).sort((a, b) => a[0] - b[0]).map(([, each]) => each);
    const long = shuffled(left(longKinds, 0));
    const short = shuffled(left(shortKinds, 2).concat(left(shortKinds, 5)).concat(left(shortKinds, 4)));
    const given = new Set();
    return (isLong) => {
        const source = isLong && long.length > 0 ? long : short;
        for (let name = source.pop(); name; name = source.pop()) {
            if (!given.has(name)) {
                given.add(name);
                return name;
            }
        }
        throw new Error('The town has more streets than names');
    };
}
